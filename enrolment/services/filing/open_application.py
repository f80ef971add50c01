"""Open an application: one draft for one child, found again however often it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from enrolment.model.application import Application, State
from enrolment.model.errors import DuplicateApplication
from enrolment.model.facts import FactValue
from enrolment.model.plan import Plan, Stage
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Ids, Plans, Work
from enrolment.services.access import guardian_of
from enrolment.services.deciding.check_eligibility import require_of_age
from enrolment.services.deciding.correct_statement import corrected


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """Whose application, where, for which stage, and what the guardian said (see `statement`)."""

    conversation_id: str
    child_id: str
    county: str
    stage: Stage
    declared: Mapping[str, FactValue] = field(repr=False)


def open_application(
    cmd: OpenApplication, *, begin: BeginWork, plans: Plans, ids: Ids, clock: Clock
) -> Application:
    """Find the child's draft, brought up to date with what was said, or start one.

    Raises NotSignedIn, ChildUnknown, NotOfAge, PlanNotFound, and DuplicateApplication when the child's
    application was filed already.
    """
    plan = plans.current(cmd.county)
    with begin() as work:
        guardian_id = guardian_of(work, cmd.conversation_id)
        child = work.guardians.child(guardian_id, cmd.child_id)
        require_of_age(plan, cmd.stage, child, clock)
        existing = _draft(work, guardian_id, cmd.child_id, plan, clock)
        if existing is None:
            application = _new(cmd, guardian_id, plan, ids, clock)
            work.cases.add(application)
        else:
            moved = replace(existing, county=cmd.county)
            application = corrected(moved, cmd.declared, clock, stage=cmd.stage, whole=True)
            if application != existing:
                work.cases.save(application)
        work.commit()
    return application


def _draft(work: Work, guardian_id: str, child_id: str, plan: Plan, clock: Clock) -> Application | None:
    """The guardian's draft for this child; a draft of the other guardian gives way to a new one."""
    existing = work.cases.of_child(child_id, plan.year)
    if existing is None:
        return None
    if existing.state is not State.DRAFT:
        raise DuplicateApplication(existing.receipt_number or "")
    if existing.guardian_id == guardian_id:
        return existing
    given_up = existing.moved_to(State.WITHDRAWN).recording(EventType.APPLICATION_WITHDRAWN, clock.now())
    work.cases.save(given_up)
    return None


def _new(cmd: OpenApplication, guardian_id: str, plan: Plan, ids: Ids, clock: Clock) -> Application:
    application = Application(
        id=ids.new(),
        guardian_id=guardian_id,
        child_id=cmd.child_id,
        county=cmd.county,
        year=plan.year,
        stage=cmd.stage,
        declared=dict(cmd.declared),
    )
    return application.recording(EventType.APPLICATION_OPENED, clock.now(), stage=cmd.stage.value)
