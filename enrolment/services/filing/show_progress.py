"""Show a guardian how far each application is, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from enrolment.model.application import Application, State
from enrolment.model.plan import Stage
from enrolment.model.story.history import HistoryLine, tell
from enrolment.model.story.labels import Audience, label, next_step
from enrolment.ports import BeginWork, Plans
from enrolment.services.access import guardian_of


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """One application as its guardian reads it: label, next step and history are sentences.

    `category_open` says that it was looked into and its category is not known yet, not even provisionally.
    """

    application_id: str
    child_id: str
    county: str
    year: int
    stage: Stage
    state: State
    receipt_number: str | None
    submitted_at: datetime | None
    label: str
    next_step: str
    history: tuple[HistoryLine, ...]
    category_open: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Every application of a guardian, newest first."""

    cases: tuple[CaseProgress, ...]


def show_progress(conversation_id: str, *, begin: BeginWork, plans: Plans) -> Progress:
    """Show every application of the conversation's guardian; raise NotSignedIn."""
    with begin() as work:
        applications = work.cases.of_guardian(guardian_of(work, conversation_id))
    return Progress(tuple(_progress(application, plans) for application in applications))


def _progress(application: Application, plans: Plans) -> CaseProgress:
    plan = plans.get(application.county, application.year)
    return CaseProgress(
        application_id=application.id,
        child_id=application.child_id,
        county=application.county,
        year=application.year,
        stage=application.stage,
        state=application.state,
        receipt_number=application.receipt_number,
        submitted_at=application.submitted_at,
        label=label(application.state, Audience.GUARDIAN),
        next_step=next_step(application.state),
        history=tell(plan, application.events),
        category_open=application.outcome is not None and application.outcome.decision.category is None,
    )
