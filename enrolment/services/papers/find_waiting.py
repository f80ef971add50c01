"""Find the applications of a guardian that ask for papers."""

from __future__ import annotations

from enrolment.model.errors import NotSignedIn
from enrolment.ports import BeginWork
from enrolment.services.access import guardian_of
from enrolment.services.papers.asked import OPEN_STATES, documents_asked


def find_waiting(conversation_id: str, *, begin: BeginWork) -> tuple[str, ...]:
    """The applications, by id, newest first, that pages can be added to; none where nobody signed in."""
    with begin() as work:
        try:
            applications = work.cases.of_guardian(guardian_of(work, conversation_id))
        except NotSignedIn:
            return ()
    return tuple(
        application.id
        for application in applications
        if application.state in OPEN_STATES and documents_asked(application)
    )
