"""Counting months the way the counties write them, apart from how anybody else counts."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

DEADLINE = date(2027, 8, 31)
FIRST_SCHOOL_DAY = date(2027, 9, 1)
_LAST_OF_THE_YEAR = 12


def after(since: date, months: int) -> date:
    """The day on which so many months are over: the same number, or the month's last where it has none."""
    year, month = since.year, since.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == _LAST_OF_THE_YEAR else (year, month + 1)
    return date(year, month, min(since.day, monthrange(year, month)[1]))


def lasted(since: date, months: int, until: date = DEADLINE) -> bool:
    """Whether something begun on a day has lasted so many months on the deadline."""
    return after(since, months) <= until


def any_lasted(days: Iterable[date], months: int) -> bool:
    """Whether one of several things has."""
    return any(lasted(since, months) for since in days)
