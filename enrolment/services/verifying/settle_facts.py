"""Settle an application's facts from the answers kept: the facts, the outcome, the state, the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from enrolment.model.application import Application, State
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.inquiry import Findings
from enrolment.model.facts import Answer, Fact
from enrolment.model.plan import Plan
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.deciding.decide_category import concluded
from enrolment.services.filing.submit_application import nothing_to_wait_for
from enrolment.services.verifying.board import Board, Inquiry
from enrolment.services.verifying.load import OPEN_STATES, load_inquiry
from enrolment.services.verifying.notice import notice_of

_EVENT_OF = {
    Answer.CONFIRMED: EventType.FACT_CONFIRMED,
    Answer.CONTRADICTED: EventType.FACT_CONTRADICTED,
    Answer.NOT_FOUND: EventType.FACT_NOT_FOUND,
}
_ABOUT_ITEM = frozenset({*_EVENT_OF.values(), EventType.DEPARTMENT_UNAVAILABLE})


@dataclass(frozen=True, slots=True)
class Settled:
    """The application as it now is; `again` says that asking once more can still help."""

    application: Application
    again: bool


def settle_facts(
    application_id: str,
    *,
    begin: BeginWork,
    plans: Plans,
    connected: frozenset[str],
    clock: Clock,
    tell: bool = False,
) -> Settled:
    """Establish the facts from the answers kept so far, decide, and store; twice gives the same.

    A filed case that waits for nothing any more goes on to review; one a person looks at is left alone.
    `tell` leaves word for the guardian where something is needed or no longer needed. Raises CaseNotFound.
    """
    with begin() as work:
        before = work.cases.get(application_id)
        if before.state not in OPEN_STATES:
            return Settled(before, again=False)
        inquiry = load_inquiry(work, before, plans, clock)
        board = Board(inquiry, connected, clock.now())
        board.raise_all()
        after = _settled(inquiry, board.findings(), clock)
        if after != before:
            work.cases.save(after)
            text = notice_of(before, after, inquiry.plan) if tell else ""
            if text:
                work.notices.add(after.guardian_id, _key(after), text, clock.now())
            work.commit()
    return Settled(after, again=board.silent and after.state in OPEN_STATES)


def _settled(inquiry: Inquiry, findings: Findings, clock: Clock) -> Application:
    application, plan, now = inquiry.application, inquiry.plan, clock.now()
    known = application.facts
    facts = establish(plan, inquiry.family, application.declared, findings, stage=application.stage)
    application = replace(application, facts=facts)
    for data_item, reply in findings.replies.items():
        if not reply.answered and not _told_silent(application, data_item):
            application = application.recording(EventType.DEPARTMENT_UNAVAILABLE, now, data_item=data_item)
    for fact in facts.values():
        if fact.answer in _EVENT_OF and not _same(known.get(fact.name), fact):
            application = _recorded(application, fact, plan, now)
    application, outcome = concluded(application, plan, clock)
    if application.state is State.NEEDS_DOCUMENTS and nothing_to_wait_for(outcome):
        return application.moved_to(State.UNDER_REVIEW).recording(EventType.REVIEW_REQUESTED, now)
    return application


def _told_silent(application: Application, data_item: str) -> bool:
    """Whether the last the timeline says of a data item is that nobody answered."""
    told = [
        event.type
        for event in application.events
        if event.type in _ABOUT_ITEM and event.details.get("data_item") == data_item
    ]
    return bool(told) and told[-1] is EventType.DEPARTMENT_UNAVAILABLE


def _recorded(application: Application, fact: Fact, plan: Plan, now: datetime) -> Application:
    items = plan.facts[fact.name].data_items if fact.name in plan.facts else ()
    data_item = fact.evidence.data_item if fact.evidence else next(iter(items), None)
    if data_item is None:
        return application  # a claim nobody made is no news
    kind = _EVENT_OF[fact.answer]
    return application.recording(kind, now, fact=fact.name, data_item=data_item)


def _same(before: Fact | None, now: Fact) -> bool:
    return before is not None and (before.answer, before.value) == (now.answer, now.value)


def _key(application: Application) -> str:
    """Name what a notice is about, so that a step run twice tells it once."""
    return f"{application.id}:{application.events[-1].hash}"
