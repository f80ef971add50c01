"""Takes a filed application back, or leaves it where it is."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PROGRESS, START
from actions.path.steps import case_forgotten
from actions.visit import LISTEN, Visit, go_to


class WithdrawApplication(BaseAction):
    """Does what the withdrawal form was told."""

    def name(self) -> str:
        """Name the action."""
        return "action_withdraw_application"

    async def act(self, visit: Visit) -> list[EventType]:
        """Withdraw on a yes, keep on a no."""
        if visit.slot("withdrawal") != "yes":
            visit.say("好的，没有撤回，您的报名还在办理。", (PROGRESS,))
            return [*visit.set({"withdrawal": None, "shown": None}), *go_to(LISTEN)]
        await self.ask(self.services.withdraw_application, visit.slot("application"), visit.conversation_id)
        visit.say("已经撤回了。报名时间内想再报，发“报名”重新办就行。", (START, PROGRESS))
        return [*visit.set(case_forgotten()), *go_to(LISTEN)]
