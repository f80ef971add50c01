"""Checks the facts with the departments that the guardian agreed to ask."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.forms.form import CONTINUE
from actions.visit import Visit, go_to


class VerifyFacts(BaseAction):
    """Runs the verification; what stays open is said with the decision."""

    def name(self) -> str:
        """Name the action."""
        return "action_verify_facts"

    async def act(self, visit: Visit) -> list[EventType]:
        """Verify, then show the decision."""
        await self.services.verify_facts(visit.slot("application"), visit.conversation_id)
        return [*visit.set({"verified": "yes", "fact_answer": None, "shown": None}), *go_to(CONTINUE)]
