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
    """Says an answer again, and lets the pending question come in full again, card and all."""

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
        answer = visit.said_before if visit.intent_before.startswith("ask_") else []
        if not (begun(visit.slots) or visit.active_form):
            return _said_again(visit) or not_understood(visit, self.services)
        if not visit.active_form and answer:
            return _said_again(visit)
        for text, _ in answer[:-1]:
            visit.say(text)
        events = visit.set({"shown": None, "asking": None})
        return events if visit.active_form else [*events, *go_to(CONTINUE)]


def _said_again(visit: Visit) -> list[EventType]:
    """Say what was said last, with its choices; nothing where nothing was."""
    for text, choices in visit.said_before:
        visit.say(text, choices)
    return go_to(LISTEN) if visit.said_before else []
