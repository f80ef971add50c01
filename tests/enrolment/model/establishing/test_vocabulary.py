"""What a data item is said to settle is what reading its records settles."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from enrolment.model.establishing import inquiry
from enrolment.model.establishing.records import DepartmentRecord, SeatRecord
from enrolment.model.establishing.vocabulary import SETTLED_BY
from enrolment.model.plan import Stage
from tests.enrolment.model.establishing.asked import DIGEST, NOW, facts_with
from tests.fakes import demonstration_plan
from tests.fakes.family import CHILD, FATHER, GRANDFATHER, MOTHER, Share, home, household, member

BOOK = household(member(GRANDFATHER, "户主"), member(FATHER, "子"), member(CHILD, "孙女"))
HOME = home(Share(MOTHER, 50), Share(GRANDFATHER, 50))
SEAT = SeatRecord(HOME.certificate_number, Stage.PRIMARY, date(2020, 9, 1), (), NOW, DIGEST)


def test_vocabulary_is_what_reading_settles_when_every_department_answers() -> None:
    """No fact is read that is not listed, none is listed that is not read."""
    records: dict[str, tuple[DepartmentRecord, ...]] = dict.fromkeys(SETTLED_BY, ())
    records |= {
        inquiry.HOUSEHOLD_MEMBERS: (BOOK,),
        inquiry.REAL_ESTATE: (HOME,),
        inquiry.SEAT_RECORDS: (SEAT,),
    }
    del records[inquiry.BIRTH_CERTIFICATE]
    read: dict[str, set[str]] = defaultdict(set)
    for name, fact in facts_with(records).items():
        if fact.evidence is not None:
            read[fact.evidence.data_item].add(name)
    by_birth = SETTLED_BY[inquiry.BIRTH_CERTIFICATE]
    assert read.pop(inquiry.BIRTH_CERTIFICATE) <= by_birth
    listed = {item: set(names) for item, names in SETTLED_BY.items() if item != inquiry.BIRTH_CERTIFICATE}
    listed[inquiry.HOUSEHOLD_MEMBERS] -= {"guardian_of_child"}
    assert read == listed


@pytest.mark.parametrize("name", sorted(set().union(*SETTLED_BY.values())))
def test_plan_names_the_items_that_can_settle_a_fact_when_it_uses_it(name: str) -> None:
    """The province's vocabulary is the one that is read."""
    spec = demonstration_plan().facts[name]
    assert spec.data_items
    assert all(name in SETTLED_BY[item] for item in spec.data_items)
