"""Asks whether the child is to go to primary or junior school."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import telling
from actions.forms.wording import manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.visit import Visit

_QUESTION = {
    "": "孩子是要上小学一年级，还是上初中？",
    AGAIN: "请您点一下：上小学一年级，还是上初中？",
    HUMAN: "您也可以直接回复“小学”或者“初中”。",
}
_STAGES = (telling("上小学一年级", stage="primary"), telling("上初中", stage="junior"))


class AskStage(BaseAction):
    """Asks for the stage."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_eligibility_form_stage"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        visit.say(worded(manner_of(visit, "stage"), _QUESTION), _STAGES)
        return put(visit, "stage")
