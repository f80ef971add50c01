"""Hands over to a person, at once and without asking why."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.handing_over import hand_over
from actions.visit import Visit
from enrolment.model.handover import HandoverReason


class HandOverToPerson(BaseAction):
    """Puts the conversation into the queue and gives the phones; the talk goes on until it is taken."""

    def name(self) -> str:
        """Name the action."""
        return "action_hand_over"

    async def act(self, visit: Visit) -> list[EventType]:
        """Hand over; the pending question comes again by itself."""
        angry = visit.intent == "complain"
        reason = HandoverReason.COMPLAINT if angry else HandoverReason.ASKED
        hand_over(visit, self.services, reason, "让您受累了，对不起。" if angry else "好的。")
        return []
