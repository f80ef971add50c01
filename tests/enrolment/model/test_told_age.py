"""What an age or days short of the cut-off leave open."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.age.told_age import birth_years, born_days_short
from enrolment.model.plan import AgeRule


@pytest.mark.parametrize(
    ("age", "years"), [(6, (2020, 2021)), (5.5, (2021,)), (12, (2014, 2015)), (6.5, (2020,))]
)
def test_birth_years_are_those_a_child_of_this_age_can_have(age: float, years: tuple[int, ...]) -> None:
    """On 10 June 2027; half a year of age leaves one."""
    assert birth_years(age, date(2027, 6, 10)) == years


@pytest.mark.parametrize(("days", "born"), [(1, date(2021, 9, 1)), (3, date(2021, 9, 3))])
def test_birth_date_follows_when_days_to_the_cutoff_are_told(days: int, born: date) -> None:
    """Three days short of six on 31 August is 3 September."""
    assert born_days_short(AgeRule(6, date(2027, 8, 31), "1"), days) == born
