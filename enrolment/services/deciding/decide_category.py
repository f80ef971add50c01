"""Decide the category of a case from what is known of it now."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.application import Application
from enrolment.model.deciding.conclude import conclude
from enrolment.model.decision import Outcome
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.plan import Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.access import owned_case


def decide_category(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans, clock: Clock
) -> Outcome:
    """Decide, store and give the outcome; provisional while no department was asked.

    Raises NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        plan = plans.get(application.county, application.year)
        decided, outcome = concluded(application, plan, clock)
        if decided != application:
            work.cases.save(decided)
            work.commit()
    return outcome


def concluded(application: Application, plan: Plan, clock: Clock) -> tuple[Application, Outcome]:
    """The application with the outcome of its facts; a category newly decided goes on the timeline.

    What no record says is taken from the guardian's own words, which decide nothing but the provisional
    answer.
    """
    facts = stated_facts(plan, application.declared, stage=application.stage) | dict(application.facts)
    outcome = conclude(plan, application.stage, facts, clock.today())
    before = application.outcome.decision if application.outcome else None
    updated = replace(application, outcome=outcome)
    category = outcome.decision.category
    news = before is None or not before.decided or before.category != category
    if category is not None and outcome.decision.decided and news:
        updated = updated.recording(EventType.CATEGORY_DECIDED, clock.now(), category=category)
    return updated, outcome
