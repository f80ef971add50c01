"""Conclude a case: category, school, papers and what is still open, from the facts at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from enrolment.model.deciding.category import decide
from enrolment.model.deciding.documents import required_documents
from enrolment.model.decision import CategoryDecision, Outcome, SchoolMatch
from enrolment.model.facts import Facts
from enrolment.model.plan import Plan, Stage
from enrolment.model.zoning.find import find_school


def conclude(plan: Plan, stage: Stage, facts: Facts, on: date) -> Outcome:
    """Put together everything a decision card shows."""
    decision = decide(plan, facts, on, stage=stage, trust_declared=True)
    open_facts = decision.deciding_facts
    return Outcome(
        decision=decision,
        school=_school(plan, stage, facts, decision),
        documents=required_documents(plan, facts, open_facts, stage=stage),
        pending={name: facts[name].answer.value for name in open_facts if name in facts},
    )


def _school(plan: Plan, stage: Stage, facts: Facts, decision: CategoryDecision) -> SchoolMatch:
    if decision.category is None:
        return SchoolMatch(None, "类型确定后，才能说出对应的学校。", ())
    by = plan.category(decision.category).school_by
    if not by:
        return SchoolMatch(None, f"这一类由{plan.authority}按学位情况统筹安排学校。", ())
    matches = [
        replace(find_school(plan, stage, fact.value), by=fact.name)
        for fact in (facts[name] for name in by if name in facts)
        if fact.settled and isinstance(fact.value, str)
    ]
    if not matches:
        return SchoolMatch(None, f"核实{plan.facts[by[0]].title}之后，才能说出对应的学校。", ())
    return next((match for match in matches if match.school is not None), matches[0])
