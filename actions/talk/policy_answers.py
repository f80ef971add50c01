"""Answers to questions of policy, from the plan's guide with the clause."""

from __future__ import annotations

import asyncio

from actions.choices import PHONES, Choice
from actions.path.steps import FACTS
from actions.services import Services
from actions.visit import Visit
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.facts import FactValue

ASK = "ask_"
_OTHER = "other_topic"
# A question that may well be another one is asked back: an answer to another question, taken for policy, is
# worse than none. A message that tells facts too is less sure of its intent, but then no other question comes
# near. Measured on questions kept out of training (tests/engine/dialogue).
_SURE, _FAIRLY_SURE, _AHEAD = 0.5, 0.4, 4


async def answer_on_the_way(
    visit: Visit, services: Services, topic: str = "", choices: tuple[Choice, ...] = ()
) -> None:
    """Answer the question of the message (or on a topic), in the wording that fits what was said so far.

    A question that was not understood for sure is asked back.
    """
    topic = topic or visit.intent.removeprefix(ASK)
    county = visit.slot("county") or services.county
    article = services.current_plan(county).articles.get(topic)
    if article is None:
        return
    if not _sure(visit) and topic == _OTHER:
        # A half-understood message that told facts was answered by taking them.
        if visit.active_form and visit.has_entity(*FACTS, "birth_date_problem"):
            return
    elif not _sure(visit):
        _ask_back(visit, Choice(article.title, f"/{ASK}{topic}"), choices)
        return
    answer = await asyncio.to_thread(
        services.answer_question,
        topic,
        county,
        None,
        _told(visit),
    )
    visit.say(answer.text, choices)


def _sure(visit: Visit) -> bool:
    others = (
        sure for intent, sure in visit.ranking.items() if intent.startswith(ASK) and intent != visit.intent
    )
    ahead = visit.confidence >= _AHEAD * max(others, default=0.0)
    return visit.confidence >= _SURE or (visit.confidence >= _FAIRLY_SURE and ahead)


def _ask_back(visit: Visit, guess: Choice, choices: tuple[Choice, ...]) -> None:
    """Say what the question may be; in a form as words alone, for the numbers there pick its own choices."""
    told = f"没太看明白，您是想问“{guess.title}”吗？"
    if visit.active_form:
        visit.say(f"{told}是的话，请回复“{guess.title}”。")
    else:
        visit.say(f"{told}不是的话，请您换个说法再问一次。", (guess, PHONES, *choices))


def _told(visit: Visit) -> dict[str, FactValue]:
    answers = {name: visit.slots.get(name) for name in ("birth_date", "hukou", "home")}
    try:
        return statement_from_answers(answers)
    except BirthDateInvalid:
        return {}
