"""Walk a rule: its conditions, and the facts it looks at."""

from __future__ import annotations

from collections.abc import Iterator

from enrolment.model.rules.nodes import (
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Meets,
    Negation,
    PointsCondition,
    PointsOnce,
    PointsTable,
    Rule,
)


def leaves(rule: Rule) -> Iterator[Leaf]:
    """Walk every condition of a rule, in reading order."""
    match rule:
        case Condition() | PointsCondition():
            yield rule
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Negation(part) | Meets(_, part):
            yield from leaves(part)


def facts_of(rule: Rule) -> Iterator[str]:
    """The names of the facts a rule looks at, those behind points included; a name may come twice."""
    for leaf in leaves(rule):
        yield from facts_behind(leaf)


def facts_behind(leaf: Leaf) -> Iterator[str]:
    """The names of the facts one condition looks at."""
    if isinstance(leaf, Condition):
        yield leaf.fact
    else:
        yield from facts_of_table(leaf.table)


def facts_of_table(table: PointsTable) -> Iterator[str]:
    """The names of the facts a points table looks at."""
    for item in table.items:
        if isinstance(item, PointsOnce):
            yield from facts_of(item.when)
        else:
            yield item.fact
