"""List the children a guardian may enrol."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.people import Child
from enrolment.ports import BeginWork
from enrolment.services.access import guardian_of


def list_children(conversation_id: str, *, begin: BeginWork) -> Sequence[Child]:
    """List the children of the household, eldest first; raise NotSignedIn."""
    with begin() as work:
        return work.guardians.children(guardian_of(work, conversation_id))
