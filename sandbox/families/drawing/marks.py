"""The days and amounts on which a county's rules turn, drawn near where they turn."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sandbox.families.drawing.draws import around, chance
from sandbox.families.situations import HUKOU_ELSEWHERE, Situation

DEADLINE = date(2027, 8, 31)
_OWNERS = {
    Situation.OWN_HOME,
    Situation.SHARED_HOME,
    Situation.HOME_WITH_GRANDPARENT,
    Situation.HUKOU_ELSEWHERE,
    Situation.HOME_APART_FROM_HUKOU,
}
_WAITING_MONTHS = (6, 12)
_LONG_MONTHS = 60
_SEAT_MONTHS = 72
_JUNIOR_SEAT_MONTHS = 36
_MONTHS_INSURED = (1, 5, 6, 7, 11, 12, 13, 30)
_PARTS = (10, 49, 50, 51)
# A brother or sister born from September 2014 on entered primary school that autumn.
_SIBLINGS_ENTRY = date(2021, 9, 1)
_ELDER_BEFORE = date(2015, 9, 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a family's records turn on; None where it has no such record.

    A day that lies here counts in the county; `away` tells which records are from the next county.
    """

    moved_together: date | None = None
    days_past_half_year: int = 0
    guardian_percent: int = 40
    public_housing: date | None = None
    permit: date | None = None
    insured_months: int | None = None
    licence: date | None = None
    company: date | None = None
    lease_filed: date | None = None
    seat_used: date | None = None
    seat_by_sibling: bool = False
    junior_seat_used: date | None = None
    away: frozenset[str] = frozenset()


def draw_marks(situation: Situation, births: tuple[date, ...], rng: Random) -> Marks:
    """Draw the marks that matter in a situation, and some that do not."""
    newcomer = situation in HUKOU_ELSEWHERE
    waiting = rng.choice(_WAITING_MONTHS)
    seat_used, by_sibling = _seat(situation, births, rng)
    return Marks(
        moved_together=around(DEADLINE, _LONG_MONTHS, rng),
        days_past_half_year=rng.choice((0, 1, rng.randint(2, 900))),
        guardian_percent=rng.choice(_PARTS),
        public_housing=around(DEADLINE, _LONG_MONTHS, rng),
        permit=around(DEADLINE, waiting, rng) if newcomer and chance(rng, 0.85) else None,
        insured_months=rng.choice(_MONTHS_INSURED) if chance(rng, 0.6 if newcomer else 0.3) else None,
        licence=around(DEADLINE, waiting, rng) if chance(rng, 0.25 if newcomer else 0.05) else None,
        company=around(DEADLINE, waiting, rng) if chance(rng, 0.15 if newcomer else 0.05) else None,
        lease_filed=around(DEADLINE, _WAITING_MONTHS[-1], rng) if newcomer and chance(rng, 0.7) else None,
        seat_used=seat_used,
        seat_by_sibling=by_sibling,
        junior_seat_used=_junior_seat(situation, rng),
        away=frozenset(each for each in ("permit", "licence", "company", "lease") if chance(rng, 0.06)),
    )


def _junior_seat(situation: Situation, rng: Random) -> date | None:
    given = situation in _OWNERS and chance(rng, 0.4)
    return around(DEADLINE, _JUNIOR_SEAT_MONTHS, rng) if given else None


def _seat(situation: Situation, births: tuple[date, ...], rng: Random) -> tuple[date | None, bool]:
    """Draw whether the home has given a seat: to the elder child, to a stranger's, or to nobody."""
    if situation not in _OWNERS:
        return None, False
    if births[0] < _ELDER_BEFORE and chance(rng, 0.7):
        return _SIBLINGS_ENTRY, True
    if not chance(rng, 0.3):
        return None, False
    entered = rng.choice(
        (date(2019, 9, 1), date(2020, 9, 1), date(2022, 9, 1), around(DEADLINE, _SEAT_MONTHS, rng))
    )
    return entered + timedelta(days=rng.choice((0, 0, 30))), False
