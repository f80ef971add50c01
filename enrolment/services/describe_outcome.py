"""Describe an outcome for a decision card: category, reasons, school and papers in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.application import Application, State
from enrolment.model.decision import Outcome, Reason, SchoolMatch
from enrolment.model.errors import DecisionMissing
from enrolment.model.facts import Answer, Fact
from enrolment.model.plan import Category, Plan
from enrolment.ports import BeginWork, Plans
from enrolment.services.access import owned_case

ON_YOUR_WORD = "按您的说明，还没有核实"
_ANSWERS = {
    Answer.CONFIRMED: "已核实",
    Answer.CONTRADICTED: "已核实，和您说的不一样，按登记的办",
    Answer.NOT_FOUND: "没有查到登记",
    Answer.UNAVAILABLE: "部门暂时没有答复，我们会再查",
    Answer.DECLARED: ON_YOUR_WORD,
}


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One reason: what was asked, how it stands, by which clause, who says so and when."""

    title: str
    finding: str
    clause: str
    source: str
    obtained_at: datetime | None


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """A decision card: nothing in it needs the plan or the rules to be read.

    `category` is empty while nothing can be said. `provisional` says that it rests on the guardian's
    words. `school` is a name or empty; `school_note` says why, never with a house number; `candidates`
    are names. `unanswered` says that a department did not answer, so that asking again may help.
    `demonstration` marks made-up plans.
    """

    application_id: str
    state: State
    receipt_number: str | None
    category: str
    category_note: str
    clause: str
    clause_title: str
    provisional: bool
    reasons: tuple[ReasonWords, ...]
    school: str
    school_phone: str
    school_note: str
    candidates: tuple[str, ...]
    documents: tuple[str, ...]
    pending: tuple[ReasonWords, ...]
    unanswered: bool
    year: int
    county_name: str
    demonstration: bool


def describe_outcome(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans
) -> OutcomeWords:
    """Describe the last outcome of an application.

    Raises DecisionMissing when there is none yet, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
    if application.outcome is None:
        raise DecisionMissing("this application was not decided yet")
    return _words(application, application.outcome, plans.get(application.county, application.year))


def _words(application: Application, outcome: Outcome, plan: Plan) -> OutcomeWords:
    decision = outcome.decision
    category = plan.category(decision.category) if decision.category else None
    school = plan.school(outcome.school.school) if outcome.school.school else None
    return OutcomeWords(
        application_id=application.id,
        state=application.state,
        receipt_number=application.receipt_number,
        category=decision.title,
        category_note=category.note if category else "",
        clause=decision.clause,
        clause_title=plan.clauses[decision.clause].title if category else "",
        provisional=decision.provisional,
        reasons=tuple(_reason(each, application.facts.get(each.fact)) for each in decision.reasons),
        school=school.name if school else "",
        school_phone=school.phone if school else "",
        school_note=_school_note(outcome.school, category, plan),
        candidates=tuple(_candidates(outcome.school, plan)),
        documents=tuple(plan.documents[key].title for key in outcome.documents),
        pending=tuple(_pending(outcome, plan)),
        unanswered=Answer.UNAVAILABLE.value in outcome.pending.values(),
        year=plan.year,
        county_name=plan.county_name,
        demonstration=plan.demonstration,
    )


def _reason(reason: Reason, fact: Fact | None) -> ReasonWords:
    """Say how a fact stands; a yes or no is the record's own, whichever of them the rule wants."""
    says = ""
    if reason.answer in {Answer.CONFIRMED, Answer.CONTRADICTED}:
        recorded = fact.value if fact is not None and isinstance(fact.value, bool) else reason.holds
        says = "是，" if recorded else "否，"
    return ReasonWords(
        reason.title, says + _ANSWERS[reason.answer], reason.clause, reason.source, reason.obtained_at
    )


def _school_note(match: SchoolMatch, category: Category | None, plan: Plan) -> str:
    if match.school is None or category is None or category.school_by is None:
        return match.reason
    by = plan.facts[category.school_by].title
    return f"按{by}：{match.reason}（{plan.zoning_clause}）"


def _candidates(match: SchoolMatch, plan: Plan) -> Iterator[str]:
    return (plan.school(key).name for key in match.candidates)


def _pending(outcome: Outcome, plan: Plan) -> Iterator[ReasonWords]:
    for name, answer in outcome.pending.items():
        items = [plan.data_items[key] for key in plan.facts[name].data_items]
        source = "、".join(dict.fromkeys(f"{item.department_title}·{item.title}" for item in items))
        yield ReasonWords(plan.facts[name].title, _ANSWERS[Answer(answer)], "", source, None)
