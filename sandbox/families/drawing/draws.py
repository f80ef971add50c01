"""The few kinds of random draw the generator uses."""

import calendar
from datetime import date, timedelta
from random import Random

_A_DAY = timedelta(days=1)
# Nothing happens after the day of the demonstration.
_LAST_DAY = date(2027, 5, 20)


def chance(rng: Random, odds: float) -> bool:
    """Decide yes with the given odds, 0 to 1."""
    return rng.random() < odds


def day_between(first: date, last: date, rng: Random) -> date:
    """Draw a day, both ends included; the first where the range is empty."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def years_before(day: date, low: int, high: int, rng: Random) -> date:
    """Draw a day at least `low` and at most `high` years before the given one."""
    return day - timedelta(days=rng.randint(low * 366, high * 365))


def months_from(day: date, months: int) -> date:
    """The same day of the month so many months later (or earlier), or the last that month has."""
    months += day.year * 12 + day.month - 1
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def around(deadline: date, months: int, rng: Random) -> date:
    """Draw a day about so many months before a deadline: mostly that very day, the day before or after."""
    exact = months_from(deadline, -months)
    far = timedelta(days=rng.randint(2, 500))
    drawn = rng.choice((exact, exact - _A_DAY, exact + _A_DAY, exact - far, exact + far))
    return min(drawn, _LAST_DAY)
