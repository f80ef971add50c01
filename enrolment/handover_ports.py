"""What the services of handovers need from outside, as a protocol."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from enrolment.model.handover import Handover, HandoverState


class Handovers(Protocol):
    """The queue of conversations that a person is to take."""

    def add(self, handover: Handover) -> Handover:
        """Store a new one, or give the open one of this conversation where another was first."""
        ...

    def save(self, handover: Handover) -> None:
        """Store a change."""
        ...

    def get(self, handover_id: str) -> Handover:
        """Load one; raise HandoverRefused when unknown."""
        ...

    def open_of(self, conversation_id: str) -> Handover | None:
        """The one of a conversation that is not closed, if any."""
        ...

    def in_state(self, states: Collection[HandoverState]) -> Sequence[Handover]:
        """Those in these states, oldest first."""
        ...
