"""The queue of handovers, over tables in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from enrolment.model.errors import HandoverRefused
from enrolment.model.handover import Handover, HandoverState

if TYPE_CHECKING:
    from tests.fakes.work import Tables


class FakeHandovers:
    """Implements `Handovers`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, handover: Handover) -> Handover:
        """Store a new one, or give the open one of this conversation."""
        standing = self.open_of(handover.conversation_id)
        if standing is None:
            self._tables.handovers[handover.id] = handover
        return standing or handover

    def save(self, handover: Handover) -> None:
        """Store a change."""
        self._tables.handovers[handover.id] = handover

    def get(self, handover_id: str) -> Handover:
        """Load one; raise HandoverRefused when unknown."""
        try:
            return self._tables.handovers[handover_id]
        except KeyError:
            raise HandoverRefused("there is no such handover") from None

    def open_of(self, conversation_id: str) -> Handover | None:
        """The one of a conversation that is not closed."""
        mine = (each for each in self._tables.handovers.values() if each.conversation_id == conversation_id)
        return next((each for each in mine if each.state is not HandoverState.CLOSED), None)

    def in_state(self, states: Collection[HandoverState]) -> Sequence[Handover]:
        """Those in these states, oldest first."""
        return [each for each in self._tables.handovers.values() if each.state in states]
