"""Hands over to a person: the offices, their phones and hours."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.path.steps import begun
from actions.talk.asking import phones
from actions.visit import Visit


class GiveContacts(BaseAction):
    """Gives the phones at once, without asking why."""

    def name(self) -> str:
        """Name the action."""
        return "action_give_contacts"

    async def act(self, visit: Visit) -> list[EventType]:
        """Give the contacts."""
        kept = "\n您办到哪一步我都留着，随时能接着办。" if begun(visit.slots) else ""
        visit.say(f"不好意思，让您费心了。您可以找工作人员：\n{phones(visit, self.services)}{kept}")
        return []
