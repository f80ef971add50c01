"""What the household book says: with whom, since when, and how many generations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from enrolment.model.establishing.inquiry import HOUSEHOLD_MEMBERS
from enrolment.model.establishing.records import Member
from enrolment.model.facts import Answer
from enrolment.model.people import Person
from tests.enrolment.model.establishing.asked import facts_with, told
from tests.fakes.family import CHILD, FATHER, GRANDFATHER, MOTHER, household, member


def entered(person: Person, relation: str, moved_in: date | None) -> Member:
    """A page of somebody entered on a day; at birth without one."""
    return replace(member(person, relation), moved_in=moved_in)


def with_grandfather(child: date | None, mother: date | None, head: date | None) -> dict[str, object]:
    """What the book of a grandfather says who heads it."""
    book = household(
        entered(GRANDFATHER, "户主", head), entered(MOTHER, "女", mother), entered(CHILD, "外孙女", child)
    )
    facts = facts_with({HOUSEHOLD_MEMBERS: (book,)})
    return {name: fact.value for name, fact in facts.items()}


def test_child_is_with_a_grandparent_when_it_is_a_grandchild_of_the_head() -> None:
    """By the relation in the book; whose father that is needs no record."""
    assert with_grandfather(None, None, None)["hukou_with_grandparent"] is True


@pytest.mark.parametrize("relation", ["侄女", "女", "非亲属"])
def test_child_is_with_no_grandparent_when_it_is_anything_else_of_the_head(relation: str) -> None:
    """An uncle's book is no grandparent's."""
    book = household(member(GRANDFATHER, "户主"), member(CHILD, relation))
    facts = facts_with({HOUSEHOLD_MEMBERS: (book,)})
    assert told(facts, "hukou_with_grandparent") == (Answer.CONFIRMED, False)
    assert told(facts, "three_generations_since") == (Answer.CONFIRMED, None)


def test_three_generations_count_from_the_last_who_came() -> None:
    """Head, one guardian and the child must all be there."""
    days = (date(2021, 3, 1), date(2020, 5, 2), date(2019, 1, 1))
    for child, mother, head in (days, days[::-1], (days[1], days[0], days[2])):
        assert with_grandfather(child, mother, head)["three_generations_since"] == date(2021, 3, 1)


def test_earlier_guardian_counts_when_both_came_to_the_grandparent() -> None:
    """One guardian makes the three generations."""
    book = household(
        entered(GRANDFATHER, "户主", date(2000, 1, 1)),
        entered(FATHER, "子", date(2024, 1, 1)),
        entered(MOTHER, "儿媳", date(2018, 1, 1)),
        entered(CHILD, "孙女", None),
    )
    facts = facts_with({HOUSEHOLD_MEMBERS: (book,)})
    assert told(facts, "three_generations_since") == (Answer.CONFIRMED, CHILD.birth_date)


def test_there_are_no_three_generations_when_no_guardian_is_in_the_book() -> None:
    """A child alone with a grandparent: the book settles that there is no such day."""
    book = household(member(GRANDFATHER, "户主"), member(CHILD, "孙女"))
    facts = facts_with({HOUSEHOLD_MEMBERS: (book,)})
    assert told(facts, "three_generations_since") == (Answer.CONFIRMED, None)


@pytest.mark.parametrize(
    ("moved_in", "since_birth"),
    [(None, True), (date(2021, 4, 15), True), (date(2021, 4, 16), False)],
)
def test_child_is_there_since_birth_when_entered_within_six_months(
    moved_in: date | None, *, since_birth: bool
) -> None:
    """Born on 2020-10-15: the last day is 2021-04-15."""
    facts = with_grandfather(moved_in, None, None)
    assert facts["hukou_since_birth"] is since_birth
    assert facts["hukou_since"] == (moved_in or CHILD.birth_date)


def test_book_in_another_district_of_the_city_is_in_the_city_only() -> None:
    """历下 counts as the county, every district of 济南 as the city."""
    facts = facts_with({HOUSEHOLD_MEMBERS: (household(region="370104", collective=True),)})
    assert told(facts, "hukou_in_county")[1] is False
    assert told(facts, "hukou_in_city")[1] is True
    assert told(facts, "hukou_collective")[1] is True
