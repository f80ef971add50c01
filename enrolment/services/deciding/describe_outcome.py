"""Describe an outcome for a decision card: category, reasons, school and papers in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from enrolment.model.application import Application, State
from enrolment.model.deciding.counterfactuals import Counterfactual, counterfactuals, missed_chances
from enrolment.model.deciding.questions import unsaid_facts
from enrolment.model.decision import CategoryDecision, Outcome, Reason, SchoolMatch
from enrolment.model.errors import DecisionMissing
from enrolment.model.establishing.statement import holder_of, stated_facts
from enrolment.model.facts import Answer, Fact
from enrolment.model.placeholders import complete
from enrolment.model.plan import FactKind, Plan
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case

OPEN_CATEGORY = "类型由工作人员核对后告诉您，先收下，不耽误时间"
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
    """One reason: what was asked, how it stands, by which clause, who says so and when.

    `wanted` is what the rule wants and `found` what is known, both empty where nothing more is to be said;
    `lines` are those of a points table.
    """

    title: str
    finding: str
    clause: str
    source: str
    obtained_at: datetime | None
    wanted: str = ""
    found: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuledOutWords:
    """A better category that does not apply, and why not."""

    category: str
    reasons: tuple[ReasonWords, ...]


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """A decision card: nothing in it needs the plan or the rules to be read.

    `category` is empty while nothing can be said. `provisional` says that it rests on the guardian's
    words. `school` is a name or empty; `school_note` says why, never with a house number; `candidates`
    are names. `unanswered` says that a department did not answer, so that asking again may help.
    `demonstration` marks made-up plans.

    `also` are categories it may be filed together with, `ruled_out` better ones that do not apply.
    `could_still` says what would yet lead to a better category, `too_late` what would have, a sentence
    each; `plan_words` by which plan all this is. `to_clear` is what an open category still hangs on.
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
    also: tuple[str, ...] = ()
    ruled_out: tuple[RuledOutWords, ...] = ()
    could_still: tuple[str, ...] = ()
    too_late: tuple[str, ...] = ()
    plan_words: str = ""
    to_clear: tuple[str, ...] = ()


def describe_outcome(
    application_id: str,
    conversation_id: str,
    *,
    begin: BeginWork,
    plans: Plans,
    clock: Clock | None = None,
) -> OutcomeWords:
    """Describe the last outcome of an application; with a clock, also what the family could still do.

    Raises DecisionMissing when there is none yet, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
    if application.outcome is None:
        raise DecisionMissing("this application was not decided yet")
    plan = plans.get(application.county, application.year)
    return _words(application, application.outcome, plan, clock.today() if clock else None)


def _words(application: Application, outcome: Outcome, plan: Plan, today: date | None) -> OutcomeWords:
    decision = outcome.decision
    chances = _chances(application, plan, today) if today else ()
    category = plan.category(decision.category) if decision.category else None
    school = plan.school(outcome.school.school) if outcome.school.school else None
    return OutcomeWords(
        application_id=application.id,
        state=application.state,
        receipt_number=application.receipt_number,
        category=decision.title,
        category_note=complete(category.note, plan) if category else "",
        clause=decision.clause,
        clause_title=plan.clauses[decision.clause].title if category else "",
        provisional=decision.provisional,
        reasons=tuple(_reason(each, application.facts.get(each.fact)) for each in decision.reasons),
        school=school.name if school else "",
        school_phone=school.phone if school else "",
        school_note=_school_note(outcome.school, plan),
        candidates=tuple(_candidates(outcome.school, plan)),
        documents=tuple(plan.documents[key].title for key in outcome.documents),
        pending=tuple(_pending(outcome, plan)),
        unanswered=Answer.UNAVAILABLE.value in outcome.pending.values(),
        year=plan.year,
        county_name=plan.county_name,
        demonstration=plan.demonstration,
        also=tuple(plan.category(key).title for key in decision.also),
        ruled_out=tuple(_ruled_out(application, decision, plan)),
        could_still=tuple(each.in_words for each in chances if not each.too_late),
        too_late=tuple(each.in_words for each in chances if each.too_late),
        to_clear=_to_clear(application, outcome, plan),
        plan_words=f"按{plan.county_name}{plan.year}年方案（版本{decision.plan_version or plan.version}）",
    )


def _chances(application: Application, plan: Plan, today: date) -> tuple[Counterfactual, ...]:
    facts = stated_facts(plan, application.declared, stage=application.stage) | dict(application.facts)
    stage = application.stage
    return (
        *counterfactuals(plan, facts, today, stage=stage),
        *missed_chances(plan, facts, today, stage=stage),
    )


def _to_clear(application: Application, outcome: Outcome, plan: Plan) -> tuple[str, ...]:
    if outcome.decision.category is not None:
        return ()
    facts = stated_facts(plan, application.declared, stage=application.stage) | dict(application.facts)
    names = unsaid_facts(plan, facts, stage=application.stage) or outcome.decision.deciding_facts
    return tuple(plan.facts[name].title for name in names if holder_of(name) not in names)


def _ruled_out(application: Application, decision: CategoryDecision, plan: Plan) -> Iterator[RuledOutWords]:
    """Say why better categories do not apply; not of those that a family would have had to ask for."""
    for each in decision.ruled_out:
        if not any(_claimable(plan, reason.fact) for reason in each.reasons):
            reasons = tuple(_reason(reason, application.facts.get(reason.fact)) for reason in each.reasons)
            yield RuledOutWords(each.title, reasons)


def _claimable(plan: Plan, name: str) -> bool:
    spec = plan.facts.get(name)
    return spec is not None and spec.kind is FactKind.YES_NO and not spec.data_items


def _reason(reason: Reason, fact: Fact | None) -> ReasonWords:
    """Say how a fact stands; a yes or no is the record's own, whichever of them the rule wants."""
    says = ""
    if reason.answer in {Answer.CONFIRMED, Answer.CONTRADICTED}:
        recorded = fact.value if fact is not None and isinstance(fact.value, bool) else reason.holds
        says = "是，" if recorded else "否，"
    return ReasonWords(
        title=reason.title,
        finding=says + _ANSWERS[reason.answer],
        clause=reason.clause,
        source=reason.source,
        obtained_at=reason.obtained_at,
        wanted=reason.wanted,
        found=reason.found,
        lines=reason.lines,
    )


def _school_note(match: SchoolMatch, plan: Plan) -> str:
    if match.school is None or match.by not in plan.facts:
        return match.reason
    by = plan.facts[match.by].title
    if not match.reason:
        return f"按{by}（{plan.zoning_clause}）"
    return f"按{by}：{match.reason}（{plan.zoning_clause}）"


def _candidates(match: SchoolMatch, plan: Plan) -> Iterator[str]:
    return (plan.school(key).name for key in match.candidates)


def _pending(outcome: Outcome, plan: Plan) -> Iterator[ReasonWords]:
    for name, answer in outcome.pending.items():
        items = [plan.data_items[key] for key in plan.facts[name].data_items]
        source = "、".join(dict.fromkeys(f"{item.department_title}·{item.title}" for item in items))
        yield ReasonWords(plan.facts[name].title, _ANSWERS[Answer(answer)], "", source, None)
