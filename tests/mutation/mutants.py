"""Every plan that differs from a given one in one comparison, figure or join of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from enrolment.model.plan import Plan
from enrolment.model.rules import Meets, PointsItem, PointsOnce, PointsTable
from tests.mutation.rules import changes_of, in_table, put_back


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt plan: where, what was changed, and whether that was a comparison."""

    place: str
    words: str
    flip: bool
    plan: Plan

    def __str__(self) -> str:
        return f"{self.place}: {self.words}"


def mutants_of(plan: Plan) -> Iterator[Mutant]:
    """Every mutant: of the categories' rules, of the definitions, of the points tables."""
    for at, category in enumerate(plan.categories):
        for change in changes_of(category.rule, f"categories.{category.key}.rule"):
            changed = replace(category, rule=change.rule)
            categories = (*plan.categories[:at], changed, *plan.categories[at + 1 :])
            yield Mutant(change.place, change.words, change.flip, replace(plan, categories=categories))
    for key, definition in plan.definitions.items():
        for change in changes_of(definition.rule, f"definitions.{key}.rule"):
            spoilt = _with_definition(plan, Meets(key, change.rule))
            yield Mutant(change.place, change.words, change.flip, spoilt)
    for table in plan.points.values():
        for place, words, flip, other in _tables(table):
            yield Mutant(place, words, flip, _with_table(plan, other))


def _with_definition(plan: Plan, changed: Meets) -> Plan:
    return replace(
        plan,
        categories=tuple(
            replace(each, rule=put_back(each.rule, definition=changed)) for each in plan.categories
        ),
        definitions={
            key: replace(
                each,
                rule=changed.rule if key == changed.definition else put_back(each.rule, definition=changed),
            )
            for key, each in plan.definitions.items()
        },
        points={
            key: in_table(table, lambda rule: put_back(rule, definition=changed))
            for key, table in plan.points.items()
        },
    )


def _with_table(plan: Plan, changed: PointsTable) -> Plan:
    return replace(
        plan,
        categories=tuple(replace(each, rule=put_back(each.rule, table=changed)) for each in plan.categories),
        definitions={
            key: replace(each, rule=put_back(each.rule, table=changed))
            for key, each in plan.definitions.items()
        },
        points={**plan.points, changed.key: changed},
    )


def _tables(table: PointsTable) -> Iterator[tuple[str, str, bool, PointsTable]]:
    """The table with one line changed, or without it."""
    for at, item in enumerate(table.items):
        place = f"points.{table.key}.items[{at}]"
        rest = (table.items[:at], table.items[at + 1 :])
        if len(table.items) > 1:
            yield place, "taken away", False, replace(table, items=(*rest[0], *rest[1]))
        for inner, words, flip, changed in _items(item, place):
            yield inner, words, flip, replace(table, items=(*rest[0], changed, *rest[1]))


def _items(item: PointsItem, place: str) -> Iterator[tuple[str, str, bool, PointsItem]]:
    for points in (item.points - 1, item.points + 1):
        yield place, f"points {item.points} -> {points}", False, replace(item, points=points)
    if isinstance(item, PointsOnce):
        for change in changes_of(item.when, f"{place}.when"):
            yield change.place, change.words, change.flip, replace(item, when=change.rule)
        return
    for up_to in (item.up_to - 1, item.up_to + 1):
        yield place, f"up_to {item.up_to} -> {up_to}", False, replace(item, up_to=up_to)
    yield place, f"each {item.each} -> {item.each + 1}", False, replace(item, each=item.each + 1)
    for days in (-1, 1):
        by = item.by + timedelta(days=days)
        yield place, f"by {item.by} -> {by}", False, replace(item, by=by)
