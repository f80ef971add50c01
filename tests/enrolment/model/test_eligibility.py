"""The age rule, to the day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.age.age_words import age_in_words
from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding, born_by, born_from, check_age, entry_year
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.plan import AgeRule

TODAY = date(2027, 6, 10)
PRIMARY = AgeRule(6, date(2027, 8, 31), "2.1")
JUNIOR = AgeRule(None, date(2027, 8, 31), "2.2")


@pytest.mark.parametrize(
    ("written", "finding", "year"),
    [
        ("2021-08-31", AgeFinding.OF_AGE, 2027),
        ("2021-09-01", AgeFinding.TOO_YOUNG, 2028),
        ("2020-09-01", AgeFinding.OF_AGE, 2027),
        ("2020-08-31", AgeFinding.OLDER, 2026),
        ("2020-02-29", AgeFinding.OLDER, 2026),
        ("2020-10", AgeFinding.OF_AGE, 2027),
        ("2021-08", AgeFinding.OF_AGE, 2027),
        ("2021-09", AgeFinding.TOO_YOUNG, 2028),
        ("2026-01-01", AgeFinding.TOO_YOUNG, 2032),
    ],
)
def test_entry_year_follows_the_cutoff_when_the_birth_date_is_known(
    written: str, finding: AgeFinding, year: int
) -> None:
    """31 August is inclusive; a whole month on one side of it needs no day."""
    verdict = check_age(PRIMARY, BirthDate.parse(written), TODAY)
    assert (verdict.finding, verdict.entry_year) == (finding, year)


@pytest.mark.parametrize(
    ("rule", "written", "missing"),
    [
        (PRIMARY, "2021", "month"),
        (PRIMARY, "-09-03", "year"),
        (AgeRule(6, date(2027, 8, 15), "2.1"), "2021-08", "day"),
    ],
)
def test_missing_part_is_named_when_the_birth_date_straddles_the_cutoff(
    rule: AgeRule, written: str, missing: str
) -> None:
    """Only the part that decides is asked for."""
    verdict = check_age(rule, BirthDate.parse(written), TODAY)
    assert (verdict.finding, verdict.missing) == (AgeFinding.AMBIGUOUS, missing)
    assert not verdict.may_file


def test_junior_has_no_age_condition_when_asked() -> None:
    """A primary graduate goes on whatever the age."""
    verdict = check_age(JUNIOR, BirthDate.parse("2013-01-01"), TODAY)
    assert verdict.finding is AgeFinding.NO_CONDITION
    assert verdict.may_file


@pytest.mark.parametrize("written", ["2027-06-11", "2030", "2009-06-10", "1990-10"])
def test_birth_date_is_refused_when_no_schoolchild_can_have_it(written: str) -> None:
    """A future date and an adult's are slips of the finger."""
    with pytest.raises(BirthDateInvalid):
        check_age(PRIMARY, BirthDate.parse(written), TODAY)


@pytest.mark.parametrize("written", ["2021-02-29", "2020-13", "2020-02-30"])
def test_birth_date_is_refused_when_the_calendar_has_no_such_day(written: str) -> None:
    """A leap day exists in leap years alone."""
    with pytest.raises(BirthDateInvalid):
        BirthDate.parse(written)


def test_bounds_are_right_when_the_cutoff_is_a_leap_day() -> None:
    """29 February in a common year is read as the 28th."""
    rule = AgeRule(6, date(2028, 2, 29), "2.1")
    assert (born_by(rule), born_from(rule)) == (date(2022, 2, 28), date(2021, 3, 1))


@given(st.dates(date(2012, 1, 1), date(2027, 6, 1)))
def test_entry_year_agrees_with_counting_birthdays_when_any_day_is_given(born: date) -> None:
    """In the entry year the child has had the sixth birthday by the cut-off, the year before not."""
    year = entry_year(PRIMARY, born)

    def birthdays(on: date) -> int:
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    assert birthdays(date(year, 8, 31)) >= 6
    assert birthdays(date(year - 1, 8, 31)) < 6


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-10", "今年可以报名"),
        ("2021-09-01", "2028年秋季才到入学年龄"),
        ("2019-05", "2025年就到入学年龄了"),
        ("2021", "几月出生"),
    ],
)
def test_verdict_is_said_kindly_when_told_to_a_guardian(written: str, expected: str) -> None:
    """One sentence says what it means for this child."""
    birth = BirthDate.parse(written)
    assert expected in age_in_words(check_age(PRIMARY, birth, TODAY), birth, PRIMARY)
