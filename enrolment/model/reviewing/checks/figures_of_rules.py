"""Figures of rules: written once, counted right, used by something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from enrolment.model.plan import OrderBy, Plan, Unit
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.places import conditions_of, points_items, rules_of
from enrolment.model.reviewing.wordings.placed import placeholders_of
from enrolment.model.reviewing.wordings.texts import clauses, told
from enrolment.model.rules import (
    DAYS,
    MONTHS,
    NUMBERS,
    Condition,
    PointsCondition,
    PointsOnce,
    leaves,
)

_COMPARES_FIGURES: Final = DAYS | MONTHS | NUMBERS


def points_can_be_counted(plan: Plan) -> Iterator[Finding]:
    """Points by months grow up to their limit."""
    for place, item in points_items(plan):
        if not isinstance(item, PointsOnce) and (item.points < 1 or item.up_to < item.points):
            yield Finding(
                Code.POINTS_UNCOUNTABLE,
                place,
                f"{item.points} points for every {item.each} months, up to {item.up_to}, do not add up",
                "write points: 1 or more, and up_to: at least as much",
            )


def points_are_used(plan: Plan) -> Iterator[Finding]:
    """A points table counts for a category or for the placement order."""
    used = {step.key for step in plan.placement.order if step.by is OrderBy.POINTS}
    for _, rule in rules_of(plan):
        used |= {leaf.table.key for leaf in leaves(rule) if isinstance(leaf, PointsCondition)}
    for key, table in plan.points.items():
        if key not in used:
            yield Finding(
                Code.POINTS_UNUSED,
                f"points.{key}",
                f"{table.title} counts for nothing",
                f"write {{points: {key}, at_least: 60}} in a rule, or take the table away",
            )


def thresholds_are_used(plan: Plan) -> Iterator[Finding]:
    """A figure is compared with, counted to, or told."""
    used = {leaf.threshold for _, leaf in conditions_of(plan)}
    for text in (*told(plan), *clauses(plan)):
        used |= placeholders_of(text.words)
    days = set(_days_used(plan))
    years = {lock.years for lock in plan.seat_locks.values()}
    for key, threshold in plan.thresholds.items():
        value = threshold.value
        named_elsewhere = value in days or (threshold.unit is Unit.YEARS and value in years)
        if key not in used and not named_elsewhere:
            yield Finding(
                Code.THRESHOLD_UNUSED,
                f"thresholds.{key}",
                f"no rule and no text uses {threshold.title} ({threshold.spoken})",
                f"write ${key} in a rule or {{{key}}} in a text, or take it away",
            )


def figures_are_named(plan: Plan) -> Iterator[Finding]:
    """A rule names its figure, so that texts can quote the same one."""
    for place, leaf in conditions_of(plan):
        if leaf.op in _COMPARES_FIGURES and not leaf.threshold:
            yield Finding(
                Code.FIGURE_IN_RULE,
                place,
                f"compares with {leaf.value}, a figure that no text can quote",
                f"write the figure under thresholds with a title and a clause, and {leaf.op}: $its_name here",
            )


def _days_used(plan: Plan) -> Iterator[date]:
    for _, leaf in conditions_of(plan):
        if isinstance(leaf, Condition) and leaf.by is not None:
            yield leaf.by
    for _, item in points_items(plan):
        if not isinstance(item, PointsOnce):
            yield item.by
    for fact in plan.facts.values():
        if fact.remedy is not None and fact.remedy.by is not None:
            yield fact.remedy.by
