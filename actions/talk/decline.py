"""Says kindly that something has nothing to do with enrolment; whoever keeps on is helped in another way."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import OPENERS
from actions.talk.asking import NOT_UNDERSTOOD, failed, not_understood
from actions.talk.policy_answers import answer_on_the_way, is_ours
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
        if await is_ours(visit, self.services):
            return visit.set(await answer_on_the_way(visit, self.services, may_ask=not visit.active_form))
        slot = visit.requested_slot
        if visit.active_form and slot:
            first = visit.slot("tried_slot") != slot
            return failed(visit, slot, self.services, _NOT_OURS if first else NOT_UNDERSTOOD)
        if visit.slot("tries") in {"", "0"}:
            visit.say(_NOT_OURS, OPENERS)
            return visit.set({"tried_slot": None, "tries": "1", "asking": None})
        return not_understood(visit, self.services)
