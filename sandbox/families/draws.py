"""The few kinds of random draw the generator uses."""

from datetime import date, timedelta
from random import Random


def chance(rng: Random, odds: float) -> bool:
    """Decide yes with the given odds, 0 to 1."""
    return rng.random() < odds


def day_between(first: date, last: date, rng: Random) -> date:
    """Draw a day, both ends included; the first where the range is empty."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def years_before(day: date, low: int, high: int, rng: Random) -> date:
    """Draw a day at least `low` and at most `high` years before the given one."""
    return day - timedelta(days=rng.randint(low * 366, high * 365))
