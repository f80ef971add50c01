"""Withdraw an application: possible until the seat is confirmed."""

from __future__ import annotations

from enrolment.model.application import Application, State
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork, Clock
from enrolment.services.access import owned_case


def withdraw_application(
    application_id: str, conversation_id: str, *, begin: BeginWork, clock: Clock
) -> Application:
    """Withdraw it; an application already withdrawn stays as it is.

    Raises NotSignedIn, CaseNotFound, TransitionRefused once the seat is confirmed.
    """
    with begin() as work:
        application = owned_case(work, application_id, conversation_id)
        if application.state is State.WITHDRAWN:
            return application
        withdrawn = application.moved_to(State.WITHDRAWN).recording(
            EventType.APPLICATION_WITHDRAWN, clock.now()
        )
        work.cases.save(withdrawn)
        work.commit()
    return withdrawn
