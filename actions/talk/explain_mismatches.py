"""Says what a department did not find, or has otherwise, what usually causes it, and how it is corrected."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import SIGNED_IN
from actions.talk.mismatch_words import can_recheck, mismatches_in_words
from actions.talk.policy_answers import answer_on_the_way
from actions.visit import Visit
from enrolment.model.errors import NotSignedIn

_TOPIC = "platform_trouble"


class ExplainMismatches(BaseAction):
    """Answers "查不到怎么办" and "信息不对" from the case; before there is one, from the guide."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_explain_mismatches"

    async def act(self, visit: Visit) -> list[EventType]:
        """Say it, with the page where it is corrected; then go back to the pending question."""
        try:
            found = await self.ask(self.services.list_mismatches, visit.conversation_id)
        except NotSignedIn:
            if visit.slot("child"):
                visit.say("要先请您登录，确认是您本人，才能给您看查到了什么。", (SIGNED_IN,), link="sign_in")
                return []
            return visit.set(await answer_on_the_way(visit, self.services, _TOPIC, sure=True))
        if not found:
            return visit.set(await answer_on_the_way(visit, self.services, _TOPIC, sure=True))
        visit.say(mismatches_in_words(found), link="records" if can_recheck(found) else "papers")
        return []
