"""Verify a family's facts with the departments, all at once, within the time a guardian will wait."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.inquiry import Family, Findings
from enrolment.model.facts import Answer, Fact
from enrolment.model.plan import Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Departments, Plans
from enrolment.services.access import owned_case
from enrolment.services.ask_departments import Inquiry, ask_departments
from enrolment.services.decide_category import concluded

_EVENT_OF = {
    Answer.CONFIRMED: EventType.FACT_CONFIRMED,
    Answer.CONTRADICTED: EventType.FACT_CONTRADICTED,
    Answer.NOT_FOUND: EventType.FACT_NOT_FOUND,
}


@dataclass(frozen=True, slots=True)
class _Case:
    application: Application
    family: Family
    grants: Sequence[ConsentGrant]


async def verify_facts(
    application_id: str,
    conversation_id: str,
    *,
    begin: BeginWork,
    plans: Plans,
    departments: Departments,
    clock: Clock,
    budget_seconds: float = 4.0,
) -> Application:
    """Ask every department the guardian agreed to, and store the facts and the outcome.

    A department that does not answer in time leaves its facts unavailable; nothing is refused for it.
    Raises NotSignedIn, CaseNotFound.
    """
    case = await asyncio.to_thread(_load, application_id, conversation_id, begin, clock)
    plan = plans.get(case.application.county, case.application.year)
    inquiry = Inquiry(plan, case.application, case.family, case.grants)
    findings = await ask_departments(
        inquiry, departments=departments, clock=clock, budget_seconds=budget_seconds
    )
    return await asyncio.to_thread(_store, case, conversation_id, findings, plan, begin, clock)


def _load(application_id: str, conversation_id: str, begin: BeginWork, clock: Clock) -> _Case:
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        guardian = work.guardians.get(application.guardian_id)
        child = work.guardians.child(guardian.id, application.child_id)
        now = clock.now()
        grants = [grant for grant in work.grants.of_child(child.id) if grant.is_live(now)]
    return _Case(application, Family(child.person.id_number, guardian.person.id_number), grants)


def _store(
    case: _Case,
    conversation_id: str,
    findings: Findings,
    plan: Plan,
    begin: BeginWork,
    clock: Clock,
) -> Application:
    with begin() as work:
        application = owned_case(work, case.application.id, conversation_id)
        known, now = application.facts, clock.now()
        facts = establish(plan, case.family, application.declared, findings, stage=application.stage)
        application = replace(application, facts=facts)
        for data_item, reply in findings.replies.items():
            if not reply.answered:
                application = application.recording(
                    EventType.DEPARTMENT_UNAVAILABLE, now, data_item=data_item
                )
        for fact in facts.values():
            if fact.answer in _EVENT_OF and not _same(known.get(fact.name), fact):
                application = _recorded(application, fact, plan, now)
        application, _ = concluded(application, plan, clock)
        work.cases.save(application)
        work.commit()
    return application


def _recorded(application: Application, fact: Fact, plan: Plan, now: datetime) -> Application:
    items = plan.facts[fact.name].data_items if fact.name in plan.facts else ()
    data_item = fact.evidence.data_item if fact.evidence else next(iter(items), None)
    if data_item is None:
        return application  # a claim nobody made is no news
    kind = _EVENT_OF[fact.answer]
    return application.recording(kind, now, fact=fact.name, data_item=data_item)


def _same(before: Fact | None, now: Fact) -> bool:
    return before is not None and (before.answer, before.value) == (now.answer, now.value)
