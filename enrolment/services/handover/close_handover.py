"""Close a handover: the guardian was helped, and the assistant answers again."""

from __future__ import annotations

from enrolment.model.handover import Handover
from enrolment.ports import BeginWork, Clock


def close_handover(handover_id: str, *, begin: BeginWork, clock: Clock) -> Handover:
    """Close a waiting or taken handover; raise HandoverRefused when it is closed or unknown."""
    with begin() as work:
        closed = work.handovers.get(handover_id).closed(clock.now())
        work.handovers.save(closed)
        work.commit()
    return closed
