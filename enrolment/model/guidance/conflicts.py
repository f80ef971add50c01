"""Where an office's article says another day or figure than the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from enrolment.model.placeholders import OF_THE_FAMILY, complete, values
from enrolment.model.plan import Plan
from enrolment.model.reviewing.wordings.figures import Figure, figures
from enrolment.model.reviewing.wordings.texts import clauses, told

_MOST_SHOWN: Final = 3
_FIRST_YEAR: Final = 1900
_PHONE: Final = re.compile(r"(?:0\d{2,3}[-~ ]?)?\d{7,11}(?:[-~]\d{1,6})?")
_COUNT: Final = re.compile(r"^[\d.]+")
_PARTED_PHONE: Final = re.compile(r"(?<=\d) (?=\d{4}(?!\d))")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure of a text, and what the plan says where it speaks of the same kind of thing."""

    written: str
    plan_says: tuple[str, ...]

    @property
    def told(self) -> str:
        """It in one sentence."""
        return f"it says {self.written!r}, the plan says {'、'.join(self.plan_says)}"


def find_conflicts(text: str, plan: Plan) -> tuple[Conflict, ...]:
    """The days and figures of a text that the plan does not say, though it says others of their kind.

    A kind is a day, a phone, a percentage, or what is counted (months, years of age, points). A figure of
    which the plan has no kind (the price of a school lunch) is nobody's conflict.
    """
    held: dict[str, list[Figure]] = {}
    for figure in _held(plan):
        held.setdefault(_kind(figure), []).append(figure)
    return tuple(dict.fromkeys(_conflicts(text, plan, held)))


def _conflicts(text: str, plan: Plan, held: dict[str, list[Figure]]) -> Iterator[Conflict]:
    for figure in _figures(text, plan):
        kind = _kind(figure)
        known = held.get(kind, ())
        if not kind or not known or any(figure.same_as(other) for other in known):
            continue
        plan_says = tuple(dict.fromkeys(other.written for other in known))
        yield Conflict(figure.written, plan_says[:_MOST_SHOWN])


def _held(plan: Plan) -> Iterator[Figure]:
    for value in values(plan).values():
        yield from _figures(value, plan)
    own = dict.fromkeys(OF_THE_FAMILY, "")
    for text in (*told(plan), *clauses(plan)):
        yield from _figures(complete(text.words, plan, own), plan)


def _figures(text: str, plan: Plan) -> Iterator[Figure]:
    return figures(_PARTED_PHONE.sub("", text), tuple(plan.clauses))


def _kind(figure: Figure) -> str:
    """What a figure is a figure of; empty for a bare number or a time of day, which may be of anything."""
    if figure.day is not None:
        return "day"
    if figure.bare.isdecimal() and int(figure.bare) >= _FIRST_YEAR:
        return "calendar year"
    if _PHONE.fullmatch(figure.written):
        return "phone"
    unit = _COUNT.sub("", figure.forms[0])
    if unit == "年":
        return "个月"
    return "" if unit.startswith(":") else unit
