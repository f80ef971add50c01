"""Says kindly that a message was not understood."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.talk.asking import failed, not_understood
from actions.talk.nothing_yet import nothing_yet
from actions.talk.policy_answers import answer_all_the_same
from actions.visit import LISTEN, Visit, go_to


class DefaultFallback(BaseAction):
    """Takes the place of Rasa's own fallback, which says one sentence in English and forgets the message."""

    def name(self) -> str:
        """Name the action."""
        return "action_default_fallback"

    async def act(self, visit: Visit) -> list[EventType]:
        """Answer what its words name all the same; else say so, each time in other words, and ask again."""
        if nothing_yet(visit):
            return go_to(LISTEN)
        changes = await answer_all_the_same(visit, self.services)
        if changes is not None:
            return [*visit.set(changes), *go_to(visit.active_form or LISTEN)]
        if not (visit.active_form and visit.requested_slot):
            return [*not_understood(visit, self.services), *go_to(LISTEN)]
        form = visit.active_form
        events = failed(visit, visit.requested_slot, self.services)
        return events if not visit.slots.get("requested_slot") else [*events, *go_to(form)]
