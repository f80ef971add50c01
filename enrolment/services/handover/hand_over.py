"""Hand a conversation over to a person."""

from __future__ import annotations

from dataclasses import dataclass, field

from enrolment.model.handover import Handover, HandoverReason, Summary
from enrolment.ports import BeginWork, Clock, Ids


@dataclass(frozen=True, slots=True)
class HandOver:
    """Why a conversation needs a person, where it is about, and what a person should read first."""

    conversation_id: str
    reason: HandoverReason
    county: str = ""
    summary: Summary = field(default_factory=Summary)


def hand_over(cmd: HandOver, *, begin: BeginWork, ids: Ids, clock: Clock) -> Handover:
    """Put a conversation into the queue; one that is there already keeps its place.

    Its summary is replaced by a newer one, its reason too unless the first was urgent.
    """
    with begin() as work:
        new = Handover(
            id=ids.new(),
            conversation_id=cmd.conversation_id,
            county=cmd.county,
            reason=cmd.reason,
            summary=cmd.summary,
            opened_at=clock.now(),
        )
        standing = work.handovers.open_of(cmd.conversation_id) or work.handovers.add(new)
        if standing.id != new.id:
            standing = standing.again(cmd.reason, cmd.county, cmd.summary)
            work.handovers.save(standing)
        work.commit()
    return standing
