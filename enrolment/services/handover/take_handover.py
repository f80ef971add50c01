"""Take a conversation out of the queue: from now on a person answers it."""

from __future__ import annotations

from enrolment.model.handover import Handover
from enrolment.ports import BeginWork, Clock


def take_handover(handover_id: str, staff_id: str, *, begin: BeginWork, clock: Clock) -> Handover:
    """Give a waiting handover to a person; raise HandoverRefused when another was first."""
    with begin() as work:
        taken = work.handovers.get(handover_id).taken(staff_id, clock.now())
        work.handovers.save(taken)
        work.commit()
    return taken
