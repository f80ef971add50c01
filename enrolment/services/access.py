"""Whose conversation, whose case: every service that names a conversation asks here first."""

from __future__ import annotations

from enrolment.model.application import Application
from enrolment.model.errors import CaseNotFound, NotSignedIn
from enrolment.ports import Work


def guardian_of(work: Work, conversation_id: str) -> str:
    """The guardian this conversation is with; raise NotSignedIn when nobody signed in."""
    guardian_id = work.sign_ins.guardian_of(conversation_id)
    if guardian_id is None:
        raise NotSignedIn("nobody signed in on this conversation yet")
    return guardian_id


def owned_case(work: Work, application_id: str, conversation_id: str) -> Application:
    """The application, if it is this conversation's guardian's.

    Raises NotSignedIn, and CaseNotFound for an unknown case and for somebody else's alike.
    """
    guardian_id = guardian_of(work, conversation_id)
    application = work.cases.get(application_id)
    if application.guardian_id != guardian_id:
        raise CaseNotFound("there is no such application")
    return application
