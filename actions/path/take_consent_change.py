"""Goes on after consent was changed on its page."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import CONSENTS
from actions.forms.form import CONTINUE
from actions.path.steps import Step, next_step
from actions.visit import LISTEN, Visit, go_to

_CHECKABLE = frozenset({Step.VERIFY, Step.SUBMISSION, Step.SUBMIT})


class TakeConsentChange(BaseAction):
    """Checks a draft again under what is agreed to now, and shows the decision."""

    def name(self) -> str:
        """Name the action."""
        return "action_take_consent_change"

    async def act(self, visit: Visit) -> list[EventType]:
        """Verify again what was verified; a draft's decision is shown, else it is only noted."""
        step = next_step(visit.slots)
        if step is Step.FILED and visit.slots.get("application"):
            await self.services.verify_facts(visit.slot("application"), visit.conversation_id)
        if step not in _CHECKABLE:
            visit.say("好的，您同意的内容已经按您改的记下了。", () if visit.active_form else (CONSENTS,))
            return visit.back_to_question() if visit.active_form else go_to(LISTEN)
        visit.say("好的，已经按您改的记下了，我重新核对一下。")
        return [*visit.set(dict.fromkeys(("verified", "submission", "shown"), None)), *go_to(CONTINUE)]
