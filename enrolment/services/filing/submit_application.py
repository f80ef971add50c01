"""Submit an application: once, inside the window, with a receipt."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.application import Application, State
from enrolment.model.deciding.standing import considered
from enrolment.model.decision import Outcome
from enrolment.model.errors import DecisionMissing, DuplicateApplication, WindowClosed
from enrolment.model.facts import Answer
from enrolment.model.plan import Plan
from enrolment.model.story.receipt import receipt_number
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock, Plans, Work
from enrolment.services.access import owned_case
from enrolment.services.deciding.check_eligibility import require_of_age

# What is filed stays filed; these states are not, whatever receipt they carry.
_NOT_FILED = frozenset({State.DRAFT, State.RETURNED, State.WITHDRAWN})


def submit_application(
    application_id: str, conversation_id: str, *, begin: BeginWork, plans: Plans, clock: Clock
) -> Application:
    """File the application and move it on to review, or to the papers and answers it still waits for.

    Filing again gives the same receipt. A case that departments left open is filed all the same, even
    without a category, so that no deadline is missed. Raises WindowClosed, NotOfAge, DecisionMissing when
    it was not looked into at all, DuplicateApplication when the child has another application,
    TransitionRefused for one that was withdrawn, NotSignedIn, CaseNotFound.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        if application.receipt_number is not None and application.state not in _NOT_FILED:
            return application
        plan = plans.get(application.county, application.year)
        _refuse_unless_ready(application, plan, work, clock)
        filed = _filed(application, plan, work, clock)
        work.cases.save(filed)
        work.commit()
    return filed


def _refuse_unless_ready(application: Application, plan: Plan, work: Work, clock: Clock) -> None:
    other = work.cases.of_child(application.child_id, application.year)
    if other is not None and other.id != application.id:
        raise DuplicateApplication(other.receipt_number or "")
    if application.state is State.DRAFT:
        _refuse_unless_open(application, plan, clock)
    child = work.guardians.child(application.guardian_id, application.child_id)
    require_of_age(plan, application.stage, child, clock)
    if application.outcome is None:
        raise DecisionMissing("this application was not looked into yet")


def _refuse_unless_open(application: Application, plan: Plan, clock: Clock) -> None:
    """Refuse outside the window of the category; while that is open, outside those of all it may be."""
    decision = application.outcome.decision if application.outcome else None
    windows = plan.calendar.windows[application.stage]
    possible = [decision.category if decision else None]
    if decision is not None and decision.category is None:
        out = {each.category for each in decision.ruled_out}
        keys = (each.key for each in considered(plan, application.stage))
        possible += [key for key in keys if key not in out]
    own = windows.of(possible[0])
    if not any(windows.of(key).contains(clock.today()) for key in possible):
        raise WindowClosed(own.opens, own.closes)


def _filed(application: Application, plan: Plan, work: Work, clock: Clock) -> Application:
    now = clock.now()
    number = application.receipt_number or receipt_number(
        plan.county, plan.year, work.cases.next_receipt_serial(plan.county, plan.year)
    )
    submitted = replace(
        application.moved_to(State.SUBMITTED),
        receipt_number=number,
        submitted_at=application.submitted_at or now,
    ).recording(EventType.APPLICATION_SUBMITTED, now)
    verifying = submitted.moved_to(State.VERIFYING).recording(EventType.VERIFICATION_STARTED, now)
    if application.outcome is not None and nothing_to_wait_for(application.outcome):
        return verifying.moved_to(State.UNDER_REVIEW).recording(EventType.REVIEW_REQUESTED, now)
    return verifying.moved_to(State.NEEDS_DOCUMENTS).recording(EventType.DOCUMENTS_REQUESTED, now)


def nothing_to_wait_for(outcome: Outcome) -> bool:
    """Whether neither a paper nor a department is outstanding: what is still open, a person checks."""
    return not outcome.documents and Answer.UNAVAILABLE.value not in outcome.pending.values()
