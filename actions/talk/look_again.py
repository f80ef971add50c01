"""Shows once more, in full, what is on the table."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.counties import plan_of
from actions.forms.form import CONTINUE
from actions.path.steps import Step, begun, next_step
from actions.talk.asking import not_understood
from actions.talk.awaited import pending, put_question
from actions.visit import LISTEN, Visit, go_to


class LookAgain(BaseAction):
    """Lets the pending question come in full again, card and all."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_look_again"

    async def act(self, visit: Visit) -> list[EventType]:
        """Forget that the question was shown; the open form asks it by itself."""
        if awaited := pending(visit):
            plan = plan_of(visit, self.services)
            return [*visit.set(put_question(awaited, visit, plan)), *go_to(LISTEN)] if plan else []
        if next_step(visit.slots) is Step.FILED:
            return go_to("action_show_progress")
        if not (begun(visit.slots) or visit.active_form):
            return not_understood(visit, self.services)
        events = visit.set({"shown": None, "asking": None})
        return events if visit.active_form else [*events, *go_to(CONTINUE)]
