"""Interval arithmetic on the numbers of one side of a road, or on the buildings of a community.

A side counts its numbers without gaps: 1, 3, 5 of the odd side are its 0th, 1st, 2nd. So neighbours on a
side are neighbours as whole numbers, and no number is ever walked through one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from enrolment.model.zoning.zone import Parity, Part, RoadRange


class Span(NamedTuple):
    """Counts of one side, both ends inclusive."""

    low: int
    high: int


class Stretch(NamedTuple):
    """Numbers as people count them, both ends inclusive."""

    first: int
    last: int
    parity: Parity


def sides_of(part: Part) -> dict[Parity, Span]:
    """Split a part into its sides: a road's odd and even numbers, or the buildings of a community."""
    first, last = part.ends
    if not isinstance(part, RoadRange):
        return {"all": Span(first, last)}
    both: dict[Parity, Span] = {
        "odd": Span(first // 2, (last - 1) // 2),
        "even": Span((first + 1) // 2, last // 2),
    }
    return {
        side: span for side, span in both.items() if part.parity in {"all", side} and span.low <= span.high
    }


def without(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """Give what is left of a span."""
    low = span.low
    for hole in sorted(holes):
        if hole.low > span.high:
            break
        if low < hole.low:
            yield Span(low, hole.low - 1)
        low = max(low, hole.high + 1)
    if low <= span.high:
        yield Span(low, span.high)


def stretches(sides: Mapping[Parity, Iterable[Span]]) -> list[Stretch]:
    """Say spans as numbers; an odd and an even stretch of the same length of road become one."""
    said: list[Stretch] = []
    even = [Stretch(2 * low, 2 * high, "even") for low, high in sides.get("even", ())]
    for low, high in sides.get("odd", ()):
        first, last = 2 * low + 1, 2 * high + 1
        across = next((each for each in even if abs(each.first - first) == abs(each.last - last) == 1), None)
        if across is None:
            said.append(Stretch(first, last, "odd"))
        else:
            even.remove(across)
            said.append(Stretch(min(first, across.first), max(last, across.last), "all"))
    said += even
    said += (Stretch(low, high, "all") for low, high in sides.get("all", ()))
    return sorted(said)
