"""What is known of a condition, in plain words, and by how much it is missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from enrolment.model.deciding.rule_words import OPPOSITE, value_in_words
from enrolment.model.facts import Fact, Facts, FactValue
from enrolment.model.months import complete_months, latest_start
from enrolment.model.plan import FactKind, Plan
from enrolment.model.plan.clauses import day
from enrolment.model.rules import (
    MONTHS,
    Condition,
    PointsCondition,
    PointsItem,
    PointsPerMonths,
    PointsTable,
    points_bounds,
)

UNKNOWN = "还不清楚"
NONE = "没有"
_UP = {"at_least": 0, "more_than": 1}
_DOWN = {"at_most": 0, "less_than": 1}
_LATEST = {"on_or_before": 0, "before": 1}
_EARLIEST = {"on_or_after": 0, "after": 1}


def found_in_words(
    condition: Condition, fact: Fact | None, plan: Plan, *, missed: bool, negated: bool
) -> str:
    """Say what is known of the fact, and where the rule's wish is `missed`, by how much.

    An address is never said: it would go where no address may.
    """
    value = fact.value if fact else None
    kind = plan.facts[condition.fact].kind
    if value is None:
        return NONE if fact and fact.settled else UNKNOWN
    if kind is FactKind.TEXT:
        return "和要求的不一样" if missed else "和要求的一样"
    op = OPPOSITE.get(condition.op, condition.op) if negated else condition.op
    if op in MONTHS and isinstance(value, date) and condition.by is not None:
        return _lasted(replace(condition, op=op), value, condition.by, missed=missed)
    gap = _gap(op, value, condition.value, kind) if missed else ""
    return f"{value_in_words(value, kind)}{gap}"


def points_in_words(condition: PointsCondition, facts: Facts, *, missed: bool, trust_declared: bool) -> str:
    """Say how many points a family has; the fewest and the most while something is open."""
    fewest, most = points_bounds(condition.table, facts, trust_declared=trust_declared)
    if fewest != most:
        return f"现在能算上的是{fewest}分，最多{most}分"
    short = condition.value + _UP.get(condition.op, 0) - fewest
    return f"{fewest}分，还差{short}分" if missed and condition.op in _UP and short > 0 else f"{fewest}分"


def points_lines(table: PointsTable, facts: Facts, *, trust_declared: bool) -> Iterator[str]:
    """Say what each line of a points table gives."""
    for item in table.items:
        only = replace(table, items=(item,))
        fewest, most = points_bounds(only, facts, trust_declared=trust_declared)
        known = f"{fewest}分" if fewest == most else f"{UNKNOWN}，{fewest}分到{most}分"
        yield f"{item.title}：{known}{_months_behind(item, facts) if fewest == most else ''}"


def _months_behind(item: PointsItem, facts: Facts) -> str:
    if not isinstance(item, PointsPerMonths) or item.fact not in facts:
        return ""
    value = facts[item.fact].value
    if isinstance(value, date):
        months = complete_months(value, item.by, first_day_counts=item.first_day_counts)
        return f"（到{day(item.by)}满{months}个月）"
    return f"（{value}个月）" if isinstance(value, int) else f"（{NONE}）"


def _lasted(condition: Condition, since: date, by: date, *, missed: bool) -> str:
    counts = condition.first_day_counts
    lasted = complete_months(since, by, first_day_counts=counts)
    words = f"{day(since)}起，到{day(by)}满{lasted}个月"
    if not missed or condition.op != "months_at_least" or not isinstance(condition.value, int):
        return words
    latest = latest_start(condition.value, by, first_day_counts=counts)
    short = f"还差{condition.value - lasted}个月"
    return f"{words}，{short}：最晚{day(latest)}起的才够，晚了{(since - latest).days}天"


def _gap(op: str, value: FactValue, wanted: object, kind: FactKind) -> str:
    if isinstance(value, date) and isinstance(wanted, date):
        late = (value - wanted).days + _LATEST.get(op, 0)
        early = (wanted - value).days + _EARLIEST.get(op, 0)
        if op in _LATEST and late > 0:
            return f"，晚了{late}天"
        return f"，早了{early}天" if op in _EARLIEST and early > 0 else ""
    if isinstance(value, bool) or not isinstance(value, int) or not isinstance(wanted, int):
        return ""
    short, over = wanted + _UP.get(op, 0) - value, value - wanted + _DOWN.get(op, 0)
    if op in _UP and short > 0:
        return f"，还差{value_in_words(short, kind)}"
    return f"，多了{value_in_words(over, kind)}" if op in _DOWN and over > 0 else ""
