"""What the registers of homes and seats say beyond the home itself."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.establishing.inquiry import HOUSEHOLD_MEMBERS, REAL_ESTATE, SEAT_RECORDS
from enrolment.model.establishing.records import SeatRecord
from enrolment.model.facts import Answer, FactValue
from enrolment.model.plan import Stage
from tests.enrolment.model.establishing.asked import DIGEST, NOW, Records, facts_with, reply, told
from tests.fakes.family import (
    ADDRESS,
    CHILD,
    FATHER,
    GRANDFATHER,
    MOTHER,
    Share,
    home,
    household,
    member,
)

CERTIFICATE = "鲁(2019)济南市不动产权第0000001号"
WITH_GRANDFATHER = household(
    member(GRANDFATHER, "户主"), member(MOTHER, "儿媳"), member(FATHER, "子"), member(CHILD, "孙女")
)


def seat(used_on: date, guardian: str, stage: Stage = Stage.PRIMARY) -> SeatRecord:
    """A seat that the usual home gave."""
    return SeatRecord(CERTIFICATE, stage, used_on, (guardian,), NOW, DIGEST)


def test_home_is_at_the_hukou_when_only_the_writing_differs() -> None:
    """Full width, blanks and Chinese numerals make no other address."""
    written = ADDRESS.replace("88号3号楼", " 88 号三号楼")
    facts = facts_with({REAL_ESTATE: (home(address=written),)})
    assert told(facts, "home_at_hukou") == (Answer.CONFIRMED, True)
    assert told(facts, "home_since") == (Answer.CONFIRMED, date(2019, 6, 1))
    elsewhere = facts_with({REAL_ESTATE: (home(address="山东省济南市历下区燕子山路6号"),)})
    assert told(elsewhere, "home_at_hukou") == (Answer.CONFIRMED, False)


@pytest.mark.parametrize(
    ("region", "use", "in_city"),
    [("370104", "住宅", True), ("370602", "住宅", False), ("370104", "商业", False)],
)
def test_guardians_have_a_home_in_the_city_when_it_is_a_dwelling_there(
    region: str, use: str, *, in_city: bool
) -> None:
    """Every home found counts, not only the one that leads to the category."""
    facts = facts_with({REAL_ESTATE: (home(region=region, use=use),)})
    assert told(facts, "guardians_home_in_city") == (Answer.CONFIRMED, in_city)


def test_home_in_the_city_stays_open_when_only_one_parent_was_seen() -> None:
    """The other may own one."""
    facts = facts_with({}, instead={REAL_ESTATE: reply(REAL_ESTATE, complete=False)})
    assert "guardians_home_in_city" not in facts


def test_grandparents_home_is_confirmed_when_a_guardian_shares_it() -> None:
    """The record of a shared home shows the grandparent who heads the book."""
    shared = home(Share(GRANDFATHER, 90), Share(MOTHER, 10))
    facts = facts_with({REAL_ESTATE: (shared,), HOUSEHOLD_MEMBERS: (WITH_GRANDFATHER,)})
    assert told(facts, "grandparent_home_in_county") == (Answer.CONFIRMED, True)
    assert told(facts, "grandparent_home_address") == (Answer.CONFIRMED, ADDRESS)


def test_grandparents_home_stays_the_guardians_word_when_no_record_shows_it() -> None:
    """A register asked about the guardians says nothing about others."""
    said: dict[str, FactValue] = {"home_owner": "grandparent", "home_in_county": True}
    facts = facts_with({REAL_ESTATE: (), HOUSEHOLD_MEMBERS: (WITH_GRANDFATHER,)}, said=said)
    assert told(facts, "grandparent_home_in_county") == (Answer.DECLARED, True)
    assert told(facts, "guardians_home_in_city") == (Answer.CONFIRMED, False)


def test_grandparents_home_stays_open_when_the_owner_does_not_head_the_book() -> None:
    """A co-owner of another family is no grandparent."""
    shared = home(Share(GRANDFATHER, 90), Share(MOTHER, 10))
    facts = facts_with({REAL_ESTATE: (shared,)})
    assert "grandparent_home_in_county" not in facts


def test_seat_is_free_when_the_register_has_none() -> None:
    """Settled: there is no day."""
    facts = facts_with({REAL_ESTATE: (home(),), SEAT_RECORDS: ()})
    assert told(facts, "home_seat_used") == (Answer.CONFIRMED, False)
    assert told(facts, "home_seat_used_on") == (Answer.CONFIRMED, None)


def test_last_seat_counts_when_a_home_gave_several() -> None:
    """A sibling's earlier seat does not cover a stranger's later one."""
    seats = (seat(date(2018, 9, 1), MOTHER.id_number), seat(date(2022, 9, 1), "somebody"))
    facts = facts_with({REAL_ESTATE: (home(),), SEAT_RECORDS: seats})
    assert told(facts, "home_seat_used_on") == (Answer.CONFIRMED, date(2022, 9, 1))
    assert told(facts, "home_seat_used_by_sibling") == (Answer.CONFIRMED, False)


def test_seat_is_a_siblings_when_that_child_has_the_same_parent() -> None:
    """By the guardians of the child who got it."""
    facts = facts_with({REAL_ESTATE: (home(),), SEAT_RECORDS: (seat(date(2022, 9, 1), FATHER.id_number),)})
    assert told(facts, "home_seat_used_by_sibling") == (Answer.CONFIRMED, True)


def test_seat_of_another_stage_does_not_count_when_a_stage_is_applied_for() -> None:
    """A primary seat takes none away from a junior school."""
    seats = (seat(date(2025, 9, 1), "somebody", Stage.PRIMARY),)
    records: Records = {REAL_ESTATE: (home(),), SEAT_RECORDS: seats}
    assert told(facts_with(records, stage=Stage.JUNIOR), "home_seat_used")[1] is False
    assert told(facts_with(records, stage=Stage.PRIMARY), "home_seat_used")[1] is True


def test_seat_stays_open_when_nobody_may_ask() -> None:
    """An unseen register makes no seat free."""
    assert "home_seat_used" not in facts_with({REAL_ESTATE: (home(),)})
