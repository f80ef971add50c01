"""What an age, or the days that are missing to the cut-off, leave open of a birth date."""

from __future__ import annotations

from datetime import date, timedelta

from enrolment.model.months import add_months
from enrolment.model.plan import AgeRule

_YEAR = 12
_WHOLE_YEAR = 1.0


def birth_years(age: float, today: date) -> tuple[int, ...]:
    """The years in which a child of this age was born, the later one last; half a year narrows it down."""
    whole, half = int(age), age % _WHOLE_YEAR > 0
    months = whole * _YEAR + (_YEAR // 2 if half else 0)
    latest = add_months(today, -months)
    earliest = add_months(today, -(whole + 1) * _YEAR) + timedelta(days=1)
    return tuple(dict.fromkeys((earliest.year, latest.year)))


def born_days_short(rule: AgeRule, days: int) -> date:
    """The birth date of a child that is so many days too young at the cut-off of this year."""
    return add_months(rule.cutoff, -(rule.years or 0) * _YEAR) + timedelta(days=days)
