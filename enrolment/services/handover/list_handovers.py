"""List the conversations that wait for a person, or that a person has."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.handover import Handover, HandoverState
from enrolment.ports import BeginWork

OPEN = (HandoverState.WAITING, HandoverState.TAKEN)


def list_handovers(*, begin: BeginWork, county: str = "") -> Sequence[Handover]:
    """The open handovers, of one county or of all: the urgent first, then the longest waiting.

    One whose county is not known yet is in every county's list.
    """
    with begin() as work:
        found = [
            each for each in work.handovers.in_state(OPEN) if county in {"", each.county} or not each.county
        ]
        work.commit()
    return sorted(found, key=lambda each: (not each.reason.urgent, each.opened_at))
