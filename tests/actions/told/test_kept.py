"""The slot that holds what was told in free words."""

from __future__ import annotations

import pytest

from actions.told.kept import KEPT, school_meant, told_before, with_new, written
from actions.told.words import spoken_told
from tests.actions.surroundings import SHIPPED

VALUES = {
    "hukou_with": "relative",
    "home_kind": "self_built",
    "home_paper": "none",
    "lease_filed": "no",
    "permit": "no",
    "insurance": "no",
    "licence": "no",
    "renting": "no",
    "work": "business",
    "sibling": "twins",
    "parents": "remarried",
    "custody": "other",
    "preferential": "talent",
    "hmt": "macau",
    "foreign": "yes",
    "special_needs": "yes",
    "age": "5.5",
    "days_short": "3",
    "home_share": "50",
    "school": "历下区演示明湖小学",
}
VALUES |= {name: "2026-03" for name in KEPT if name.endswith("_since")}
VALUES |= {name: "18" for name in KEPT if name.endswith("_months")}


def test_slot_gives_back_what_was_put_into_it() -> None:
    """Names and values, nothing else."""
    assert told_before(written({"permit": "yes"})) == {"permit": "yes"}
    assert written({}) is None
    assert told_before(None) == {}


@pytest.mark.parametrize(
    ("before", "heard", "kept"),
    [
        ({"insurance_months": "8"}, {"insurance_months": "9"}, {"insurance_months": "9"}),
        ({"permit": "yes", "permit_since": "2026-03"}, {"permit": "no"}, {"permit": "no"}),
        ({"permit_months": "5"}, {"permit_since": "2027-03"}, {"permit_since": "2027-03"}),
        ({"work": "employed"}, {"parents": "married"}, {"work": "employed", "parents": "married"}),
    ],
)
def test_new_fact_takes_the_place_of_the_old_one(
    before: dict[str, str], heard: dict[str, str], kept: dict[str, str]
) -> None:
    """And of what hung on it: who has no permit has no day of one."""
    assert with_new(before, heard) == kept


@pytest.mark.parametrize(
    ("said", "known"), [("明湖小学", True), ("隔壁李小明的小学", False), ("小学", False), ("哈佛小学", False)]
)
def test_school_is_kept_when_the_plan_has_just_one_of_that_name(said: str, *, known: bool) -> None:
    """Words that are no school's name stay out of the slot."""
    meant = school_meant(said, SHIPPED["370102"])
    assert (meant is not None) is known
    assert meant is None or meant in {school.name for school in SHIPPED["370102"].schools}


def test_every_kept_fact_has_words_when_it_is_read_back() -> None:
    """No fact is kept that a guardian cannot see and mend."""
    assert set(VALUES) == KEPT
    for name, value in VALUES.items():
        assert next(spoken_told({name: value})), name


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"permit": "yes", "permit_months": "18"}, ["居住证办了1年半"]),
        ({"insurance": "yes", "insurance_months": "8"}, ["社保交了8个月"]),
        ({"renting": "yes", "lease_filed": "no"}, ["租房没有备案"]),
        ({"age": "5.5"}, ["孩子5岁半"]),
        ({"lease_months": "27"}, ["租了2年零3个月"]),
    ],
)
def test_fact_is_said_once_when_another_one_says_it_too(told: dict[str, str], words: list[str]) -> None:
    """In the words of a family."""
    assert list(spoken_told(told)) == words
