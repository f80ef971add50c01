"""Rules in plain words, for guardians, for officials, and for what changed between two plans."""

from __future__ import annotations

from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, Plan
from enrolment.model.plan.clauses import day
from enrolment.model.rules import (
    MONTHS,
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Meets,
    Negation,
    PointsCondition,
    Rule,
)

OPPOSITE = {
    "is": "is_not",
    "at_least": "less_than",
    "more_than": "at_most",
    "on_or_after": "before",
    "on_or_before": "after",
    "months_at_least": "months_less_than",
}
OPPOSITE |= {against: op for op, against in OPPOSITE.items()}
_COMPARED = {
    "at_least": "不低于{}",
    "at_most": "不超过{}",
    "more_than": "超过{}",
    "less_than": "低于{}",
    "on_or_after": "{}（含当天）以后",
    "on_or_before": "{}（含当天）以前",
    "after": "{}以后（不含当天）",
    "before": "{}以前（不含当天）",
    "months_at_least": "满{}",
    "months_less_than": "不满{}",
    "is": "{}",
    "is_not": "不是{}",
}
_OWNERS = {"guardian": "监护人", "grandparent": "老人", "other": "其他人", "none": "没有住房"}
_UNITS = {FactKind.MONTHS: "{}个月", FactKind.SHARE: "{}%"}


def rule_in_words(rule: Rule, plan: Plan) -> str:
    """Say a whole rule in one sentence; terms the plan defines are named by their titles."""
    return _rule(rule, plan, negated=False, inside=None)


def condition_in_words(leaf: Leaf, plan: Plan, *, negated: bool = False) -> str:
    """Say one condition with what it is about: 住房登记用途：住宅."""
    wanted = wanted_in_words(leaf, plan, negated=negated)
    if isinstance(leaf, PointsCondition):
        return f"{leaf.table.title}{wanted}"
    title = plan.facts[leaf.fact].title
    return title if wanted == "是" else f"{title}：{wanted}"


def wanted_in_words(leaf: Leaf, plan: Plan, *, negated: bool = False) -> str:
    """Say what one condition wants, without saying of what: 满6个月（算到2027年8月31日）."""
    op = OPPOSITE.get(leaf.op, leaf.op) if negated else leaf.op
    if isinstance(leaf, PointsCondition):
        return _COMPARED[op].format(f"{leaf.value}分")
    kind = plan.facts[leaf.fact].kind
    if isinstance(leaf.value, tuple):
        return _one_of(leaf.value, kind, negated=negated)
    if isinstance(leaf.value, bool):
        return value_in_words((op == "is") is leaf.value, kind)
    if op in MONTHS:
        return _months(leaf, op, plan)
    return _COMPARED[op].format(value_in_words(leaf.value, kind))


def value_in_words(value: FactValue, kind: FactKind) -> str:
    """Say a value as people do: 是, 50%, 2027年3月31日."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return _UNITS.get(kind, "{}").format(value)
    return _OWNERS.get(value, value)


def _one_of(values: tuple[FactValue, ...], kind: FactKind, *, negated: bool) -> str:
    names = [value_in_words(value, kind) for value in values]
    if len(names) == 1:
        return f"不是{names[0]}" if negated else names[0]
    return f"不是{'、'.join(names)}中的任何一种" if negated else f"{'、'.join(names)}中的一种"


def _months(leaf: Condition, op: str, plan: Plan) -> str:
    threshold = plan.thresholds.get(leaf.threshold)
    span = threshold.spoken if threshold else f"{leaf.value}个月"
    until = f"算到{day(leaf.by)}" if leaf.by else ""
    counted = "，起算当天也算一天" if leaf.first_day_counts else ""
    return f"{_COMPARED[op].format(span)}（{until}{counted}）"


def _rule(rule: Rule, plan: Plan, *, negated: bool, inside: type[Rule] | None) -> str:
    match rule:
        case Condition() | PointsCondition():
            return condition_in_words(rule, plan, negated=negated)
        case Meets(name, _):
            return f"{'不符合' if negated else '符合'}“{plan.definitions[name].title}”"
        case Negation(part):
            return _rule(part, plan, negated=not negated, inside=inside)
        case AllOf(parts) | AnyOf(parts):
            # Not all of them is one of them not, and not any of them is all of them not.
            join = AllOf if isinstance(rule, AllOf) is not negated else AnyOf
            if len(parts) == 1:
                return _rule(parts[0], plan, negated=negated, inside=inside)
            words = (_rule(part, plan, negated=negated, inside=join) for part in parts)
            joined = ("；并且" if join is AllOf else "，或者").join(words)
            return f"（{joined}）" if inside not in {None, join} else joined
