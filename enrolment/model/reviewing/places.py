"""Where the parts of a plan stand in its file."""

from __future__ import annotations

from collections.abc import Iterator

from enrolment.model.plan import Plan
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Meets,
    Negation,
    PointsCondition,
    PointsItem,
    PointsOnce,
    Rule,
)

Placed = tuple[str, Leaf]


def rules_of(plan: Plan) -> Iterator[tuple[str, Rule]]:
    """Every rule that a plan writes out, with its place."""
    for category in plan.categories:
        yield f"categories.{category.key}.rule", category.rule
    for key, definition in plan.definitions.items():
        yield f"definitions.{key}.rule", definition.rule
    for place, item in points_items(plan):
        if isinstance(item, PointsOnce):
            yield f"{place}.when", item.when
    for key, article in plan.articles.items():
        for at, variant in enumerate(article.variants):
            yield f"articles.{key}.variants[{at}].when", variant.when


def points_items(plan: Plan) -> Iterator[tuple[str, PointsItem]]:
    """Every line of the points tables, with its place."""
    for key, table in plan.points.items():
        for at, item in enumerate(table.items):
            yield f"points.{key}.items[{at}]", item


def conditions_of(plan: Plan) -> Iterator[Placed]:
    """Every condition that a plan writes out, with its place; a term's where the term is defined."""
    for place, rule in rules_of(plan):
        yield from _written(rule, place)


def _written(rule: Rule, place: str) -> Iterator[Placed]:
    match rule:
        case Condition() | PointsCondition():
            yield place, rule
        case AllOf(parts):
            for at, part in enumerate(parts):
                yield from _written(part, f"{place}.all[{at}]")
        case AnyOf(parts):
            for at, part in enumerate(parts):
                yield from _written(part, f"{place}.any[{at}]")
        case Negation(part):
            yield from _written(part, f"{place}.not")
        case Meets():
            return
