"""No name, number or address of a question or an answer reaches a log or an error."""

import logging
import traceback
from collections.abc import Callable

import httpx
import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from integrations.departments import ExchangeDepartments
from tests.integrations.departments.items.rows import ROWS

_CHILD = "37010220201015006X"
_MOTHER = "370102199003074121"
_PRIVATE = (
    _CHILD,
    _CHILD.lower(),
    _MOTHER,
    "20201015",
    "张小轩",
    "王芳",
    "历山路",
    "0123456",
    "370102202",
    "MA3C0XAM1",
)

_WRONG = ("张小轩", _CHILD, [_MOTHER], {"XM": "王芳"}, 20201015, None, "张小轩" * 200)

Answering = Callable[..., ExchangeDepartments]
Granting = Callable[[str], ConsentGrant]


def _assert_private(text: str) -> None:
    assert not [value for value in _PRIVATE if value in text]


def _everything_said(error: BaseException, caplog: pytest.LogCaptureFixture) -> str:
    logged = [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
    # the lines of code that a traceback quotes are this test's own
    told: list[str] = []
    chain: BaseException | None = error
    while chain is not None:
        told.extend(traceback.format_exception_only(chain))
        chain = chain.__cause__ or chain.__context__
    return "\n".join(logged + told)


@pytest.mark.parametrize(
    ("data_item", "field", "wrong"),
    [(item, field, wrong) for item, (row, _) in ROWS.items() for field in row for wrong in _WRONG],
)
async def test_refusal_names_no_value_when_a_field_is_wrong(
    departments_answering: Answering,
    grant: Granting,
    caplog: pytest.LogCaptureFixture,
    data_item: str,
    field: str,
    wrong: object,
) -> None:
    """Whatever stands in whatever field, neither log, error nor its causes repeat a value."""
    row, id_number = ROWS[data_item]
    caplog.set_level(logging.DEBUG)
    departments = departments_answering([row | {field: wrong}])
    try:
        await departments.verify(RecordQuery(data_item, "child-1", id_number), grant(data_item))
    except DepartmentUnavailable as error:
        assert data_item in caplog.text
        _assert_private(_everything_said(error, caplog))
    else:
        # a few wrong values are legitimate in a free text field
        _assert_private(caplog.text)


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(200, json={"code": "400", "message": f"身份证号{_CHILD}（张小轩）有误"}),
        httpx.Response(200, json={"code": "张小轩", "message": ""}),
        httpx.Response(200, json={"code": _CHILD, "message": ""}),
        httpx.Response(
            200, content=f'{{"code": "0", "data": [{{"XM": "张小轩", "GMSFHM": "{_CHILD}'.encode()
        ),
        httpx.Response(500, text=f"{_CHILD} 张小轩"),
    ],
)
async def test_refusal_names_no_value_when_the_exchange_tells_on_people(
    departments_answering: Answering,
    grant: Granting,
    caplog: pytest.LogCaptureFixture,
    response: httpx.Response,
) -> None:
    """Vendors write ID numbers into their messages; they stay there."""
    caplog.set_level(logging.DEBUG)
    departments = departments_answering(lambda _request: response)
    with pytest.raises(DepartmentUnavailable) as refusal:
        await departments.verify(
            RecordQuery("household_members", "child-1", _CHILD), grant("household_members")
        )
    _assert_private(_everything_said(refusal.value, caplog))


@pytest.mark.parametrize("data_item", list(ROWS))
async def test_records_show_no_value_when_printed(
    departments_answering: Answering, grant: Granting, caplog: pytest.LogCaptureFixture, data_item: str
) -> None:
    """A record that ends up in a log by mistake tells nothing about a person."""
    caplog.set_level(logging.DEBUG)
    row, id_number = ROWS[data_item]
    query = RecordQuery(data_item, "child-1", id_number)
    records: list[DepartmentRecord] = [*await departments_answering([row]).verify(query, grant(data_item))]
    assert len(records) == 1
    _assert_private(f"{records!r} {query!r} {caplog.text}")
