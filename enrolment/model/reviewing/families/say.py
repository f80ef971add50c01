"""Say in words what a family is like."""

from __future__ import annotations

from datetime import date

from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, Plan
from enrolment.model.plan.clauses import day
from enrolment.model.reviewing.families.witness import Witness


def in_words(family: Witness, plan: Plan) -> str:
    """The facts of a family: 孩子户口在历下区: 否; 登记用途是住宅: 商业."""
    told = (f"{plan.facts[name].title}: {_told(value, plan, name)}" for name, value in family.items())
    return "; ".join(told) or "any family"


def _told(value: FactValue, plan: Plan, name: str) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return day(value)
    unit = {FactKind.SHARE: "%", FactKind.MONTHS: "个月"}.get(plan.facts[name].kind, "")
    return f"{value}{unit}"
