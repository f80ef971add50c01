"""Shows how far each application is."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import GO_ON, SIGNED_IN, START
from actions.path.steps import begun
from actions.visit import Visit
from enrolment.model.errors import NotSignedIn


class ShowProgress(BaseAction):
    """Gives the timeline in words, or says what is missing for it."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_show_progress"

    async def act(self, visit: Visit) -> list[EventType]:
        """Show the progress, then go back to the pending question."""
        try:
            progress = await self.ask(self.services.show_progress, visit.conversation_id)
        except NotSignedIn:
            visit.say("查进度要先请您登录，确认是您本人。", (SIGNED_IN,), link="sign_in")
            return []
        pending = GO_ON if begun(visit.slots) and not visit.slots.get("receipt") else START
        if not progress.cases:
            visit.say("您名下还没有报名记录。", () if visit.active_form else (pending,))
            return []
        newest = progress.cases[0]
        receipt = f"，受理编号{newest.receipt_number}" if newest.receipt_number else ""
        visit.say(
            f"⟦child:{newest.child_id}⟧的报名：{newest.label}{receipt}。{newest.next_step}",
            () if visit.active_form or visit.slots.get("receipt") else (pending,),
            card=("timeline", ""),
            link="papers",
        )
        return []
