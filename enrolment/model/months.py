"""Counting months: "my date against your deadline", with leap days and month ends right."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_MONTHS_OF_YEAR = 12
_A_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day some months later (or earlier); the month's last day where it has no such day.

    Civil Code, article 202.
    """
    years, month = divmod(day.year * _MONTHS_OF_YEAR + day.month - 1 + months, _MONTHS_OF_YEAR)
    last = calendar.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))


def reached_on(start: date, months: int, *, first_day_counts: bool = False) -> date:
    """The day at whose end a span begun on `start` has lasted this many months.

    The first day is not counted (Civil Code, article 201) unless `first_day_counts`.
    """
    end = add_months(start, months)
    return end - _A_DAY if first_day_counts else end


def complete_months(start: date, by: date, *, first_day_counts: bool = False) -> int:
    """How many whole months a span begun on `start` has lasted on the day `by`; 0 before it began."""
    months = (by.year - start.year) * _MONTHS_OF_YEAR + by.month - start.month + 1
    while months > 0 and reached_on(start, months, first_day_counts=first_day_counts) > by:
        months -= 1
    return max(months, 0)


def latest_start(months: int, by: date, *, first_day_counts: bool = False) -> date:
    """The last day on which a span can begin to have lasted this many months on the day `by`."""
    start = add_months(by + _A_DAY if first_day_counts else by, -months)
    while reached_on(start + _A_DAY, months, first_day_counts=first_day_counts) <= by:
        start += _A_DAY
    return start
