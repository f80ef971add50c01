"""Let a person look at a filing that departments left open: from then on nobody asks them again."""

from __future__ import annotations

from enrolment.model.application import Application, State
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock


def take_over(application_id: str, *, begin: BeginWork, clock: Clock) -> Application:
    """Move a filing on to review with what is known of it; what is not known a person finds out.

    Raises CaseNotFound, TransitionRefused for one that waits for nothing.
    """
    with begin() as work:
        case = work.cases.get(application_id)
        taken = case.moved_to(State.UNDER_REVIEW).recording(EventType.TAKEN_OVER, clock.now())
        work.cases.save(taken)
        work.commit()
    return taken
