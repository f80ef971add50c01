"""The values of a fact that rules can tell apart: every figure and day cut where some rule cuts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from enrolment.model.facts import Answer, Fact, Facts, FactValue
from enrolment.model.months import latest_start
from enrolment.model.plan import FactKind, FactSpec
from enrolment.model.rules import MONTHS, Condition, PointsPerMonths, PointsTable, evaluate, points_bounds

_A_DAY: Final = timedelta(days=1)
_PER_CENT: Final = range(101)
_ANOTHER: Final = "别的"


def classes(
    spec: FactSpec, conditions: Sequence[Condition], items: Sequence[PointsPerMonths]
) -> tuple[FactValue, ...]:
    """One value of each kind that the conditions and points items on a fact tell apart."""
    told_apart: dict[tuple[object, ...], FactValue] = {}
    for value in _cuts(spec, conditions, items):
        told_apart.setdefault(_seen(spec.name, value, conditions, items), value)
    return tuple(told_apart.values())


def known(name: str, value: FactValue) -> Facts:
    """The facts of a family of which one thing is known."""
    return {name: Fact(name, Answer.CONFIRMED, value)}


def points_of(item: PointsPerMonths, value: FactValue) -> int:
    """The points an item gives for a value of its fact."""
    return points_bounds(PointsTable("", "", "", (item,)), known(item.fact, value))[0]


def _seen(
    name: str, value: FactValue, conditions: Sequence[Condition], items: Sequence[PointsPerMonths]
) -> tuple[object, ...]:
    facts = known(name, value)
    return (
        *(evaluate(condition, facts) for condition in conditions),
        *(points_of(item, value) for item in items),
    )


def _cuts(
    spec: FactSpec, conditions: Sequence[Condition], items: Sequence[PointsPerMonths]
) -> Iterable[FactValue]:
    match spec.kind:
        case FactKind.YES_NO:
            return (False, True)
        case FactKind.CHOICE:
            return spec.choices
        case FactKind.SHARE:
            return _PER_CENT
        case FactKind.MONTHS:
            return _months(conditions, items)
        case FactKind.DATE:
            return _days(conditions, items)
        case FactKind.TEXT:
            return _texts(conditions)


def _months(conditions: Iterable[Condition], items: Iterable[PointsPerMonths]) -> Iterator[int]:
    yield 0
    for value in _values(conditions):
        if isinstance(value, int):
            yield from (value, max(value - 1, 0), value + 1)
    for item in items:
        yield from _steps(item)


def _days(conditions: Iterable[Condition], items: Iterable[PointsPerMonths]) -> Iterator[date]:
    for condition in conditions:
        if condition.op in MONTHS and condition.by is not None and isinstance(condition.value, int):
            yield from _around_start(
                condition.value, condition.by, first_day_counts=condition.first_day_counts
            )
    for value in _values(conditions):
        if isinstance(value, date):
            yield from (value, value - _A_DAY, value + _A_DAY)
    for item in items:
        yield item.by + _A_DAY
        for months in _steps(item):
            yield from _around_start(months, item.by, first_day_counts=item.first_day_counts)


def _around_start(months: int, by: date, *, first_day_counts: bool) -> tuple[date, date]:
    last = latest_start(months, by, first_day_counts=first_day_counts)
    return last, last + _A_DAY


def _steps(item: PointsPerMonths) -> Iterator[int]:
    """The months at which an item gives more points; the last gives all."""
    return (item.each * step for step in range(1, -(-item.up_to // item.points) + 1))


def _texts(conditions: Iterable[Condition]) -> Iterator[str]:
    named = [value for value in _values(conditions) if isinstance(value, str)]
    yield from named
    yield _ANOTHER + "".join(named)


def _values(conditions: Iterable[Condition]) -> Iterator[FactValue]:
    for condition in conditions:
        yield from condition.value if isinstance(condition.value, tuple) else (condition.value,)
