"""Takes what a guardian thinks of an answer: thanks, or remembers the question that was answered badly."""

from __future__ import annotations

import asyncio
import re

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import OPENERS, PHONES, Choice
from actions.counties import county_of, some_plan
from actions.talk.understood import spans_among
from actions.visit import Visit

_UNHELPFUL = re.compile(
    "没用|没帮|没啥用|不管用|没答|答非所问|不是我问|不是我想|文不对题|答错|说错|不对|驴唇|没解决|没说到|等于没说|废话|太差|差评"
)


_PERSON = Choice("转给工作人员", "/talk_to_human")


class TakeFeedback(BaseAction):
    """Answers an opinion, then lets the pending question come back."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_take_feedback"

    async def act(self, visit: Visit) -> list[EventType]:
        """Thank, or say sorry and what happens with the question."""
        useful = visit.entity("useful")
        if useful == "yes":
            visit.say("那就好，能帮上您就行。还想问什么，您接着说。", () if visit.active_form else OPENERS)
            return visit.back_to_question()
        # Right after an answer, a no is about that answer.
        unhelpful = useful == "no" or visit.intent == "deny" or _UNHELPFUL.search(visit.text)
        if not unhelpful:
            visit.say_response("utter_thank_for_feedback")
            return visit.back_to_question()
        county = county_of(visit, self.services) or some_plan(self.services).county
        spans = spans_among(visit.entities_before)
        kept = await asyncio.to_thread(self.services.mark_unhelpful, visit.conversation_id, county, spans)
        noted = "您问的我记下来了，会请工作人员补上答案。" if kept else ""
        choices = () if visit.active_form else (_PERSON, PHONES)
        visit.say(f"对不起，没帮上您。{noted}您可以换个说法再问一次，或者直接找工作人员。", choices)
        return visit.back_to_question()
