"""Rules over sets of values: what holds for every family of a kind, and where to split the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enrolment.model.rules import NUMBERS

Values = int
"""A set of a fact's classes, one bit each."""
Kind = Sequence[Values]
"""A kind of family: for each fact the values it may still have."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A condition: true for the classes `yes` of a fact."""

    fact: int
    yes: Values


@dataclass(frozen=True, slots=True)
class Steps:
    """Points by class of a fact."""

    fact: int
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bonus:
    """Points where a term holds."""

    when: Term
    points: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of points compared with a number."""

    items: tuple[Steps | Bonus, ...]
    op: str
    value: int


@dataclass(frozen=True, slots=True)
class Every:
    """True when every part is."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """True when one part is."""

    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false."""

    part: Term


Term = Atom | Sum | Every | Some | Not


def holds(term: Term, kind: Kind) -> bool | None:
    """Whether a term is true or false for every family of a kind; None when they differ."""
    match term:
        case Atom(fact, yes):
            values = kind[fact]
            return False if not values & yes else None if values & ~yes else True
        case Every(parts):
            return _joined(parts, kind, settles=False)
        case Some(parts):
            return _joined(parts, kind, settles=True)
        case Not(part):
            truth = holds(part, kind)
            return None if truth is None else not truth
        case Sum(items, op, value):
            spans = [_span(item, kind) for item in items]
            low, high = sum(each[0] for each in spans), sum(each[1] for each in spans)
            verdicts = {bool(NUMBERS[op](low, value)), bool(NUMBERS[op](high, value))}
            return verdicts.pop() if len(verdicts) == 1 else None


def split(term: Term, kind: Kind, *, want: bool) -> tuple[int, Values]:
    """A fact a term is undecided about, and those of its values that lead towards what is wanted."""
    match term:
        case Atom(fact, yes):
            return fact, kind[fact] & (yes if want else ~yes)
        case Not(part):
            return split(part, kind, want=not want)
        case Every(parts) | Some(parts):
            return split(next(each for each in parts if holds(each, kind) is None), kind, want=want)
        case Sum(items, op, _):
            return _split_points(items, kind, more=(op in {"at_least", "more_than"}) == want)


def _joined(parts: tuple[Term, ...], kind: Kind, *, settles: bool) -> bool | None:
    whole: bool | None = not settles
    for part in parts:
        truth = holds(part, kind)
        if truth is settles:
            return settles
        whole = None if truth is None else whole
    return whole


def _span(item: Steps | Bonus, kind: Kind) -> tuple[int, int]:
    if isinstance(item, Steps):
        earned = [item.points[at] for at in members(kind[item.fact])]
        return min(earned), max(earned)
    truth = holds(item.when, kind)
    if truth is None:
        return min(0, item.points), max(0, item.points)
    return (item.points, item.points) if truth else (0, 0)


def _split_points(items: Sequence[Steps | Bonus], kind: Kind, *, more: bool) -> tuple[int, Values]:
    """Halve the values of the item that leaves the most points open."""
    spans = {at: _span(item, kind) for at, item in enumerate(items)}
    widest = items[max(spans, key=lambda at: spans[at][1] - spans[at][0])]
    if isinstance(widest, Bonus):
        return split(widest.when, kind, want=(widest.points > 0) == more)
    ranked = sorted(members(kind[widest.fact]), key=lambda at: widest.points[at], reverse=more)
    return widest.fact, sum(1 << at for at in ranked[: len(ranked) // 2])


def members(values: Values) -> Iterator[int]:
    """The classes in a set."""
    return (at for at in range(values.bit_length()) if values >> at & 1)
