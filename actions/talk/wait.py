"""Lets a guardian think, or fetch a paper, without asking again."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.visit import LISTEN, Visit, go_to


class Wait(BaseAction):
    """Says that there is no hurry; the pending question stays open."""

    def name(self) -> str:
        """Name the action."""
        return "action_wait"

    async def act(self, visit: Visit) -> list[EventType]:
        """Wait for the next message."""
        visit.say("不着急，您慢慢来，我等着您。")
        return go_to(LISTEN)
