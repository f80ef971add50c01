"""The shape of a family before it has people: how it lives and when its children were born."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from sandbox.families.drawing.draws import chance, day_between
from sandbox.families.drawing.marks import Marks, draw_marks
from sandbox.families.drawing.mixes import Mix
from sandbox.families.situations import Situation

FIRST_PRIMARY = date(2020, 9, 1)
LAST_PRIMARY = date(2021, 8, 31)
_FIRST_JUNIOR = date(2014, 9, 1)
_LAST_JUNIOR = date(2015, 8, 31)
_FIRST_YOUNGER = date(2023, 1, 1)
_LAST_YOUNGER = date(2025, 12, 31)
_MOST_CHILDREN = 3
# The day before and the day of each cut-off are where entry age rules break.
_BOUNDARIES = (FIRST_PRIMARY, LAST_PRIMARY, LAST_PRIMARY + timedelta(days=1))
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
    marks: Marks = field(default_factory=Marks)


def draw_shape(mix: Mix, rng: Random, more: Random) -> Shape:
    """Draw the shape of a family; `more` draws what was added to the first towns, which must not change."""
    situation = rng.choices(tuple(mix), weights=tuple(mix.values()))[0]
    divorced = situation in _CAN_BE_DIVORCED and chance(rng, 0.1)
    shape = Shape(
        situation,
        _births(rng),
        divorced=divorced,
        mother_leads=chance(rng, 0.65),
        one_book=not divorced and chance(rng, 0.85),
        settled_before_birth=chance(rng, 0.75),
    )
    return replace(shape, marks=draw_marks(situation, shape.births, more))


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
