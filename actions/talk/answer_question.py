"""Answers a question in between, with the clause it rests on."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import GO_ON, START
from actions.path.steps import FACTS, begun
from actions.talk.awaited import AWAITED
from actions.talk.policy_answers import answer_on_the_way, county_told
from actions.talk.understood import topic_of
from actions.told.words import spoken_told
from actions.visit import LISTEN, Visit, go_to
from actions.words import read_back
from enrolment.model.answering.signs import asks_live_status
from enrolment.model.plan.topics import Topic

_A_CASE = 2
_REVIEW = Topic.REVIEW_STATUS_RESULT


class AnswerQuestion(BaseAction):
    """Answers from the plan's guide; the pending question comes again by itself."""

    awaited_comes_back = True

    def name(self) -> str:
        """Name the action."""
        return "action_answer_question"

    async def act(self, visit: Visit) -> list[EventType]:
        """Answer; a message that tells a case besides its question begins an enrolment."""
        told = sum(visit.has_entity(fact) for fact in FACTS)
        begins = not visit.active_form and not begun(visit.slots) and told >= _A_CASE
        told_for_age = visit.has_entity("birth_date") and visit.has_entity("stage")
        if begins and visit.intent == "ask_age_requirement" and told_for_age:
            # The form says what the age rule means for this child.
            return go_to("eligibility_form")
        if (
            visit.slots.get("signed_in")
            and topic_of(visit.intent) is _REVIEW
            and asks_live_status(visit.text)
        ):
            return go_to("action_show_progress")
        if not begins and len(visit.newly_told) >= _A_CASE:
            visit.say(read_back((), besides=spoken_told(visit.newly_told)))
        open_choice = (GO_ON,) if begun(visit.slots) and not visit.slots.get("receipt") else (START,)
        choices = () if visit.active_form or begins or visit.slots.get("receipt") else open_choice
        changes = await answer_on_the_way(visit, self.services, choices=choices, may_ask=not begins)
        if not begins and "question" not in changes:
            changes |= county_told(visit, self.services)
        # What is asked for now comes before the question of the form.
        waits = go_to(LISTEN) if AWAITED in changes and visit.active_form else []
        return [*visit.set(changes), *(go_to("eligibility_form") if begins else waits)]
