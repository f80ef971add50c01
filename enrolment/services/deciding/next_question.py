"""Find what to ask a guardian next, where the category is open for want of what no department can say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from enrolment.model.application import Application, State
from enrolment.model.deciding.offering import opened_by
from enrolment.model.deciding.questions import unsaid_facts
from enrolment.model.establishing.statement import denied, holder_of, stated_facts
from enrolment.model.facts import Facts
from enrolment.model.plan import Category, FactKind, FactSpec, Plan
from enrolment.ports import BeginWork, Plans
from enrolment.services.access import owned_case


@dataclass(frozen=True, slots=True)
class Offer:
    """A category that a yes to a question opens, in the plan's words, with its papers and its clause."""

    category: str
    note: str
    papers: tuple[str, ...]
    clause: str
    clause_title: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the plan's own words, and the kind of its answer; `offer` is what a yes opens."""

    fact: str
    title: str
    words: str
    kind: FactKind
    choices: tuple[str, ...]
    offer: Offer | None = None


def next_question(
    application_id: str,
    conversation_id: str,
    skipped: Collection[str] = (),
    suggested: Collection[str] = (),
    *,
    begin: BeginWork,
    plans: Plans,
) -> Question | None:
    """Give the cheapest question left; None once there is a category, even a provisional one, or no question.

    First come the claims that the guardian's words suggest, each where a yes would change the category, also
    a clear one. A fact that was skipped is not asked for, nor the day of a thing that was. Addresses are
    never asked for: they would say where a family lives. Raises NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
    outcome = application.outcome
    if outcome is None or application.state is not State.DRAFT:
        return None
    plan = plans.get(application.county, application.year)
    facts = stated_facts(plan, application.declared, stage=application.stage) | dict(application.facts)
    left_out = {*skipped, *application.declared, *denied(application.declared)}
    if offered := _offered(plan, application, facts, [name for name in suggested if name not in left_out]):
        return offered
    if outcome.decision.category is not None:
        return None
    for name in unsaid_facts(plan, facts, stage=application.stage):
        spec = plan.facts[name]
        if name not in left_out and holder_of(name) not in skipped and _can_be_asked(spec):
            return Question(name, spec.title, spec.question, spec.kind, spec.choices)
    return None


def _offered(plan: Plan, application: Application, facts: Facts, claims: Collection[str]) -> Question | None:
    for name in claims:
        category = opened_by(plan, facts, name, stage=application.stage)
        if category is not None and _can_be_asked(plan.facts[name]):
            spec = plan.facts[name]
            return Question(
                name, spec.title, spec.question, spec.kind, spec.choices, _offer(plan, spec, category)
            )
    return None


def _offer(plan: Plan, spec: FactSpec, category: Category) -> Offer:
    papers = tuple(plan.documents[key].title for key in spec.documents)
    return Offer(category.title, category.note, papers, category.clause, plan.clauses[category.clause].title)


def _can_be_asked(spec: FactSpec) -> bool:
    return bool(spec.question) and spec.kind is not FactKind.TEXT
