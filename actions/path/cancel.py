"""Stops for now; what was filed already is taken back only after a question."""

from __future__ import annotations

from rasa_sdk.events import ActiveLoop, EventType

from actions.base import BaseAction
from actions.choices import GO_ON, OPENERS, START_OVER
from actions.path.keep_old import restored
from actions.path.steps import Step, begun, next_step
from actions.visit import LISTEN, Visit, go_to


class Cancel(BaseAction):
    """Closes the open form and says what is kept."""

    def name(self) -> str:
        """Name the action."""
        return "action_cancel"

    async def act(self, visit: Visit) -> list[EventType]:
        """Stop, asking nothing unless an application was filed."""
        if next_step(visit.slots) is Step.FILED:
            return go_to("withdrawal_form")
        if events := restored(visit):
            visit.say("好的，不改了，还按原来的。")
            return [*events, *visit.set({"requested_slot": None}), *go_to("action_continue_enrolment")]
        closed = (
            [*visit.set({"requested_slot": None, "shown": None}), ActiveLoop(None)]
            if visit.active_form
            else []
        )
        if not (begun(visit.slots) or visit.active_form):
            visit.say("好的，现在没有正在办的报名。想办的时候叫我就行。", OPENERS)
        else:
            visit.say(
                "好的，先停在这里，没有提交任何东西。您说过的都给您留着：想接着办发“继续”，想重来发“重新开始”。",
                (GO_ON, START_OVER),
            )
        return [*closed, *go_to(LISTEN)]
