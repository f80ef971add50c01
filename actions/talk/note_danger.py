"""Tells the person who was called what the conversation of a guardian in danger was about."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.visit import LISTEN, Visit, go_to
from enrolment.model.handover import HandoverReason


class NoteDanger(BaseAction):
    """Hands over with a fresh summary and says nothing: the guardian was answered already."""

    def name(self) -> str:
        """Name the action."""
        return "action_note_danger"

    async def act(self, visit: Visit) -> list[EventType]:
        """Hand over; the pending question waits until the guardian writes again."""
        visit.person = HandoverReason.SAFETY
        return go_to(LISTEN)
