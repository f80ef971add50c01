"""Note that a picture came while a person has the conversation."""

from __future__ import annotations

from enrolment.ports import BeginWork


def note_picture(conversation_id: str, paper: str, *, begin: BeginWork) -> None:
    """Add it to what that person reads, with the paper it was kept with; nothing where nobody waits."""
    with begin() as work:
        handover = work.handovers.open_of(conversation_id)
        if handover is not None:
            work.handovers.save(handover.with_picture(paper))
        work.commit()
