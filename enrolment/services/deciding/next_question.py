"""Find what to ask a guardian next, where the category is open for want of what no department can say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from enrolment.model.application import State
from enrolment.model.deciding.questions import unsaid_facts
from enrolment.model.establishing.statement import denied, holder_of, stated_facts
from enrolment.model.plan import FactKind, FactSpec
from enrolment.ports import BeginWork, Plans
from enrolment.services.access import owned_case


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the plan's own words, and the kind of its answer."""

    fact: str
    title: str
    words: str
    kind: FactKind
    choices: tuple[str, ...]


def next_question(
    application_id: str,
    conversation_id: str,
    skipped: Collection[str] = (),
    *,
    begin: BeginWork,
    plans: Plans,
) -> Question | None:
    """Give the cheapest question left; None once there is a category, even a provisional one, or no question.

    A fact that was skipped is not asked for, nor the day of a thing that was. Addresses are never asked for:
    they would say where a family lives. Raises NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
    outcome = application.outcome
    if outcome is None or outcome.decision.category is not None or application.state is not State.DRAFT:
        return None
    plan = plans.get(application.county, application.year)
    said = stated_facts(plan, application.declared, stage=application.stage)
    left_out = {*skipped, *application.declared, *denied(application.declared)}
    for name in unsaid_facts(plan, said | dict(application.facts), stage=application.stage):
        spec = plan.facts[name]
        if name not in left_out and holder_of(name) not in skipped and _can_be_asked(spec):
            return Question(name, spec.title, spec.question, spec.kind, spec.choices)
    return None


def _can_be_asked(spec: FactSpec) -> bool:
    return bool(spec.question) and spec.kind is not FactKind.TEXT
