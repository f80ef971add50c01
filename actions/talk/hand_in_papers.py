"""Leads to the page where papers are handed in; says so where none are asked for."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import SIGNED_IN
from actions.path.steps import Step, begun, next_step
from actions.talk.policy_answers import answer_on_the_way
from actions.visit import Visit
from enrolment.model.errors import NotSignedIn

_TOPIC = "required_documents"


class HandInPapers(BaseAction):
    """Answers "去交材料", "材料在哪传", "上传照片" from the guardian's own case."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_hand_in_papers"

    async def act(self, visit: Visit) -> list[EventType]:
        """Give the page, or say that nothing is to be handed in; then go back to the pending question."""
        try:
            asked = await self.ask(self.services.list_papers_asked, visit.conversation_id)
        except NotSignedIn:
            if begun(visit.slots) and next_step(visit.slots) is not Step.SIGN_IN:
                visit.say("交材料要先请您登录，确认是您本人。", (SIGNED_IN,), link="sign_in")
                return []
            return visit.set(await answer_on_the_way(visit, self.services, _TOPIC, sure=True))
        if not asked.titles:
            visit.say(asked.why_none)
            return []
        titles = "".join(f"《{title}》" for title in asked.titles)
        visit.say(f"您要交的是{titles}。点开下面的页面，手机拍照就能传；拍得不清楚会告诉您。", link="papers")
        return []
