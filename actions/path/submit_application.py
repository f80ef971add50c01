"""Files the application, once, and gives the receipt."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import PROGRESS, STOP, WRONG
from actions.failures import sentence_for
from actions.visit import LISTEN, Visit, go_to
from enrolment.model.errors import DecisionMissing, DuplicateApplication, WindowClosed
from enrolment.model.story.labels import next_step
from enrolment.services.deciding.describe_outcome import OPEN_CATEGORY


class SubmitApplication(BaseAction):
    """Submits; a closed window or an earlier application is said by name, and nothing is lost."""

    def name(self) -> str:
        """Name the action."""
        return "action_submit_application"

    async def act(self, visit: Visit) -> list[EventType]:
        """Submit and give the receipt with the next step."""
        application_id = visit.slot("application")
        try:
            filed = await self.ask(self.services.submit_application, application_id, visit.conversation_id)
        except (WindowClosed, DecisionMissing) as refusal:
            visit.say(sentence_for(refusal), (WRONG, STOP))
            return [*visit.set({"submission": None, "verified": None}), *go_to(LISTEN)]
        except DuplicateApplication as refusal:
            number = refusal.receipt_number
            visit.say(
                f"⟦child:{visit.slot('child')}⟧今年已经报过名了，第一次的受理编号是{number}，不用再报。",
                (PROGRESS,),
            )
            return [*visit.set({"submission": None, "child": None, "application": None}), *go_to(LISTEN)]
        is_open = filed.outcome is not None and filed.outcome.decision.category is None
        visit.say(
            f"提交好了！受理编号是{filed.receipt_number}，请您留着。{f'{OPEN_CATEGORY}。' if is_open else ''}"
            f"{next_step(filed.state)}"
            "想看办到哪一步，随时发“进度”。",
            (PROGRESS,),
            card=("receipt", application_id),
            link="papers",
        )
        return [*visit.set({"receipt": filed.receipt_number}), *go_to(LISTEN)]
