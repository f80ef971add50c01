"""Put a conversation back into the queue: the assistant serves it until somebody else takes it."""

from __future__ import annotations

from enrolment.model.handover import Handover
from enrolment.ports import BeginWork


def release_handover(handover_id: str, *, begin: BeginWork) -> Handover:
    """Put a taken handover back; raise HandoverRefused when nobody has it."""
    with begin() as work:
        released = work.handovers.get(handover_id).released()
        work.handovers.save(released)
        work.commit()
    return released
