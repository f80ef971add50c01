"""Asks the plan's own questions, in words and choices that fit the kind of answer."""

from __future__ import annotations

from rasa_sdk.events import EventType

from actions.base import BaseAction
from actions.choices import WHY, Choice, telling
from actions.forms.fact_answers import SKIP
from actions.forms.fact_values import HINTS, offered
from actions.forms.form import CONTINUE
from actions.forms.offers import TAKE_IT_OR_NOT, asked_of, introduced
from actions.forms.wording import SHORT, manner_of, put, worded
from actions.talk.asking import AGAIN, HUMAN
from actions.told.stating import next_to_ask, state_told
from actions.visit import Visit, go_to
from enrolment.services.deciding.next_question import Question

SLOT = "fact_answer"
ANSWERED = "answered"
_YES = "yes"
_WORDINGS = {
    "": "{first}{words}{hint}",
    SHORT: "刚才想问您的是：{words}",
    AGAIN: "{words}{hint}",
    HUMAN: "这一项说不清楚可以跳过，不影响报名：{words}",
}
_FIRST = "还差一点就能定下按哪一类了。有几件事部门那里查不到，想问问您；不清楚的可以跳过，不影响报名。\n"


class AskFact(BaseAction):
    """Asks the next question of the plan; one that was put already comes back in a short sentence."""

    def name(self) -> str:
        """Name the action."""
        return "action_ask_facts_form_fact_answer"

    async def act(self, visit: Visit) -> list[EventType]:
        """Ask."""
        skipped = visit.slot("facts_skipped").split(",")
        stated = visit.set(await state_told(self, visit))
        question = await next_to_ask(self, visit, skipped)
        if question is None:
            return [*stated, *visit.set({SLOT: ANSWERED}), *go_to(CONTINUE)]
        first = "" if visit.slots.get("facts_begun") else _FIRST
        words, hint = question.words, HINTS.get(question.kind, "")
        if question.offer:
            first, words = introduced(question.title, question.offer), asked_of(question.offer)
        text = worded(manner_of(visit, question.fact), _WORDINGS).format(first=first, words=words, hint=hint)
        skip = telling("不清楚，先跳过", fact_answer=f"{question.fact}:{SKIP}")
        visit.say(text, (*_choices(question), skip, WHY))
        asked = f"{question.fact}:{question.kind.value}:{','.join(question.choices)}"
        begun = {} if question.offer else {"facts_begun": _YES}
        remembered = visit.set({"fact_asked": asked, **begun})
        return [*stated, *remembered, *put(visit, question.fact)]


def _choices(question: Question) -> tuple[Choice, ...]:
    of_kind = offered(question.words, question.kind, question.choices)
    return tuple(
        telling(title, fact_answer=f"{question.fact}:{value}")
        for title, value in (TAKE_IT_OR_NOT if question.offer else of_kind)
    )
