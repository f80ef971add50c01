"""What a rule asks whatever the plan's figures are: a figure that changes is told once, as a figure."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from enrolment.model.plan import Plan
from enrolment.model.rules import AllOf, AnyOf, Condition, Meets, Negation, PointsCondition, Rule


def shape(rule: Rule, plan: Plan) -> Hashable:
    """The rule without its named figures, the day months are counted to, clauses, and what terms mean."""
    match rule:
        case Condition():
            by = None if rule.by == plan.calendar.reference_date else rule.by
            value = rule.threshold or rule.value
            return replace(rule, value=value, by=by, clause="", first_day_counts=False)
        case PointsCondition():
            return rule.table.key, rule.op, rule.threshold or rule.value
        case AllOf(parts) | AnyOf(parts):
            return type(rule).__name__, tuple(shape(part, plan) for part in parts)
        case Negation(part):
            return "not", shape(part, plan)
        case Meets(name, _):
            return "meets", name
