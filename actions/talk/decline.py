"""Says kindly that something has nothing to do with enrolment; whoever keeps on is helped in another way."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import OPENERS
from actions.talk.asking import NOT_UNDERSTOOD, failed, not_understood
from actions.talk.policy_answers import answer_all_the_same
from actions.talk.who import I_AM, asks_who
from actions.visit import Visit

_NOT_OURS = "这个我帮不上您，我只管孩子入学报名的事。"


class Decline(BaseAction):
    """Declines once in plain words; the pending question comes again by itself."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_decline"

    async def act(self, visit: Visit) -> list[EventType]:
        """Answer what its words name all the same; else decline, which counts from the second time on."""
        if asks_who(visit):
            visit.say(I_AM, () if visit.active_form else OPENERS)
            return []
        changes = await answer_all_the_same(visit, self.services)
        if changes is not None:
            return visit.set(changes)
        slot = visit.requested_slot
        if visit.active_form and slot:
            first = visit.slot("tried_slot") != slot
            return failed(visit, slot, self.services, _NOT_OURS if first else NOT_UNDERSTOOD)
        if visit.slot("tries") in {"", "0"}:
            visit.say(_NOT_OURS, OPENERS)
            return visit.set({"tried_slot": None, "tries": "1", "asking": None})
        return not_understood(visit, self.services)
