"""Every small change to a rule, and putting a changed rule or points table back wherever a plan uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsItem,
    PointsOnce,
    PointsTable,
    Rule,
)
from tests.mutation.changes import Change, changes_of_leaf


def changes_of(rule: Rule, place: str) -> Iterator[Change]:
    """Every change to a rule; a defined term in it is changed where it is defined."""
    match rule:
        case Condition() | PointsCondition():
            yield from changes_of_leaf(rule, place)
        case AllOf(parts) | AnyOf(parts):
            yield from _changes_of_join(rule, parts, place)
        case Negation(part):
            yield Change(place, "not taken away", part)
            for change in changes_of(part, f"{place}.not"):
                yield replace(change, rule=Negation(change.rule))
        case Meets():
            return


def _changes_of_join(rule: AllOf | AnyOf, parts: tuple[Rule, ...], place: str) -> Iterator[Change]:
    join, kind, other = ("all", AllOf, AnyOf) if isinstance(rule, AllOf) else ("any", AnyOf, AllOf)
    if len(parts) > 1:
        yield Change(place, f"{join} -> {'any' if join == 'all' else 'all'}", other(parts))
    for at, part in enumerate(parts):
        inner = f"{place}.{join}[{at}]"
        if len(parts) > 1:
            yield Change(inner, "taken away", kind((*parts[:at], *parts[at + 1 :])))
        for change in changes_of(part, inner):
            yield replace(change, rule=kind((*parts[:at], change.rule, *parts[at + 1 :])))


def put_back(rule: Rule, *, definition: Meets | None = None, table: PointsTable | None = None) -> Rule:
    """A rule with a changed definition or points table in place of the old one."""

    def again(part: Rule) -> Rule:
        return put_back(part, definition=definition, table=table)

    result: Rule = rule
    match rule:
        case Meets(name, inner):
            if definition is not None and name == definition.definition:
                result = definition
            else:
                result = Meets(name, again(inner))
        case PointsCondition():
            if table is not None and rule.table.key == table.key:
                result = replace(rule, table=table)
            else:
                result = replace(rule, table=in_table(rule.table, again))
        case AllOf(parts):
            result = AllOf(tuple(again(part) for part in parts))
        case AnyOf(parts):
            result = AnyOf(tuple(again(part) for part in parts))
        case Negation(part):
            result = Negation(again(part))
    return result


def in_table(table: PointsTable, change: Callable[[Rule], Rule]) -> PointsTable:
    """A points table with every rule in it changed."""
    return replace(table, items=tuple(_in_item(item, change) for item in table.items))


def _in_item(item: PointsItem, change: Callable[[Rule], Rule]) -> PointsItem:
    return replace(item, when=change(item.when)) if isinstance(item, PointsOnce) else item
