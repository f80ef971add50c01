"""Goes on after something was looked up again on its page."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.forms.form import CONTINUE
from actions.path.steps import Step, next_step
from actions.visit import LISTEN, Visit, go_to

_DECIDED = frozenset({Step.QUESTIONS, Step.SUBMISSION, Step.SUBMIT})


class TakeRecheck(BaseAction):
    """Shows the decision as it is now: the page has asked the department already."""

    def name(self) -> str:
        """Name the action."""
        return "action_take_recheck"

    async def act(self, visit: Visit) -> list[EventType]:
        """Show a draft's decision anew; of a filed case, how far it is."""
        step = next_step(visit.slots)
        if step is Step.FILED:
            visit.say("重新查过了。")
            return go_to("action_show_progress")
        if step not in _DECIDED:
            return visit.back_to_question() if visit.active_form else go_to(LISTEN)
        visit.say("重新查过了，您看看现在的结果。")
        return [*visit.set(dict.fromkeys(("fact_answer", "submission", "shown"), None)), *go_to(CONTINUE)]
