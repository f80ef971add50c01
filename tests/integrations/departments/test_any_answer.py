"""Whatever an exchange may send: records as agreed, or a department that is unavailable."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.errors import DepartmentUnavailable
from integrations.departments import DATA_ITEMS
from integrations.departments.errors import as_department_unavailable
from tests.families_at_scale.records import AT
from tests.integrations.departments.items.rows import ROWS

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["９", "\x00", "0" * 18, "370102199003074121", "20270610", "有效", "-1", "𝟗𝟗"])
)
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def _hold(data_item: str, data: object) -> None:
    """Read it: one kind of error may come, and records must be dated and digested."""
    sent = orjson.loads(orjson.dumps(data))
    try:
        with as_department_unavailable(data_item):
            records = DATA_ITEMS[data_item].read(sent, ROWS[data_item][1], AT)
    except DepartmentUnavailable:
        return
    assert all(record.obtained_at == AT and len(record.digest) == 64 for record in records)


@pytest.mark.parametrize("data_item", ROWS)
@given(data=_ANYTHING | st.lists(st.dictionaries(st.text(max_size=6), _ANYTHING, max_size=3), max_size=3))
def test_answer_is_read_or_refused_when_it_is_anything(data_item: str, data: object) -> None:
    """Any JSON in place of the list of records."""
    _hold(data_item, data)


@pytest.mark.parametrize("data_item", ROWS)
@given(data=st.data())
def test_answer_is_read_or_refused_when_a_field_is_anything(data_item: str, data: st.DataObject) -> None:
    """Any JSON in place of one field, beside a record that is right or alone."""
    row = ROWS[data_item][0]
    field = data.draw(st.sampled_from(sorted(row)))
    strange = row | {field: data.draw(_ANYTHING)}
    _hold(data_item, data.draw(st.sampled_from([[strange], [row, strange], [strange, strange]])))
