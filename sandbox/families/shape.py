"""The shape of a family before it has people: how it lives and when its children were born."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sandbox.families.draws import chance, day_between
from sandbox.families.family import Situation

FIRST_PRIMARY = date(2020, 9, 1)
LAST_PRIMARY = date(2021, 8, 31)
_FIRST_JUNIOR = date(2014, 9, 1)
_LAST_JUNIOR = date(2015, 8, 31)
_FIRST_YOUNGER = date(2023, 1, 1)
_LAST_YOUNGER = date(2025, 12, 31)
_MOST_CHILDREN = 3
# The day before and the day of each cut-off are where entry age rules break.
_BOUNDARIES = (FIRST_PRIMARY, LAST_PRIMARY, LAST_PRIMARY + timedelta(days=1))

# Per cent: 50 with both, 20 with a home alone, 15 with a hukou alone, 15 with neither.
_MIX: dict[Situation, float] = {
    Situation.OWN_HOME: 27,
    Situation.SHARED_HOME: 18,
    Situation.HOME_WITH_GRANDPARENT: 5,
    Situation.HUKOU_ELSEWHERE: 20,
    Situation.HUKOU_NO_HOME: 5,
    Situation.COLLECTIVE_HUKOU: 4,
    Situation.GRANDPARENTS_HOME: 3.5,
    Situation.COMMERCIAL_HOME: 2.5,
    Situation.NEWCOMER: 10,
    Situation.NEWCOMER_WITH_HOME: 5,
}
_CAN_BE_DIVORCED = {
    Situation.OWN_HOME,
    Situation.HUKOU_ELSEWHERE,
    Situation.HUKOU_NO_HOME,
    Situation.NEWCOMER,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A situation, the births, and which guardian leads: signs in, owns, keeps the children."""

    situation: Situation
    births: tuple[date, ...]
    divorced: bool = False
    mother_leads: bool = True
    one_book: bool = True
    settled_before_birth: bool = True


DEMONSTRATIONS: dict[int, Shape] = {
    1: Shape(Situation.OWN_HOME, (date(2020, 10, 15),)),
    2: Shape(Situation.HUKOU_ELSEWHERE, (date(2021, 3, 8),)),
    3: Shape(Situation.HUKOU_NO_HOME, (date(2020, 12, 1),)),
    4: Shape(Situation.NEWCOMER, (date(2021, 5, 20),)),
    5: Shape(Situation.OWN_HOME, (date(2015, 4, 12), date(2021, 1, 6))),
    6: Shape(Situation.SHARED_HOME, (date(2021, 2, 14), date(2021, 2, 14))),
    7: Shape(Situation.OWN_HOME, (LAST_PRIMARY,)),
    8: Shape(Situation.OWN_HOME, (LAST_PRIMARY + timedelta(days=1),)),
}


def shape_of(number: int, rng: Random) -> Shape:
    """Give the shape of a family: fixed for the demonstration families, drawn for the others."""
    if number in DEMONSTRATIONS:
        return DEMONSTRATIONS[number]
    situation = rng.choices(tuple(_MIX), weights=tuple(_MIX.values()))[0]
    divorced = situation in _CAN_BE_DIVORCED and chance(rng, 0.1)
    return Shape(
        situation,
        _births(rng),
        divorced=divorced,
        mother_leads=chance(rng, 0.65),
        one_book=not divorced and chance(rng, 0.85),
        settled_before_birth=chance(rng, 0.75),
    )


def _births(rng: Random) -> tuple[date, ...]:
    on_boundary = chance(rng, 0.06)
    entrant = rng.choice(_BOUNDARIES) if on_boundary else day_between(FIRST_PRIMARY, LAST_PRIMARY, rng)
    births = [entrant]
    if chance(rng, 0.03):
        births.append(entrant)
    if chance(rng, 0.2):
        births.append(day_between(_FIRST_JUNIOR, _LAST_JUNIOR, rng))
    if len(births) < _MOST_CHILDREN and chance(rng, 0.15):
        births.append(day_between(_FIRST_YOUNGER, _LAST_YOUNGER, rng))
    return tuple(sorted(births))
