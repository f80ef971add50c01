"""Answers to questions of policy, from the plan's guide with the clause."""

from __future__ import annotations

import asyncio

from actions.choices import Choice
from actions.services import Services
from actions.visit import Visit
from enrolment.model.errors import BirthDateInvalid
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.facts import FactValue

ASK = "ask_"


async def answer_on_the_way(
    visit: Visit, services: Services, topic: str = "", choices: tuple[Choice, ...] = ()
) -> None:
    """Answer the question of the message (or on a topic), in the wording that fits what was said so far."""
    answer = await asyncio.to_thread(
        services.answer_question,
        topic or visit.intent.removeprefix(ASK),
        visit.slot("county") or services.county,
        None,
        _told(visit),
    )
    visit.say(answer.text, choices)


def _told(visit: Visit) -> dict[str, FactValue]:
    answers = {name: visit.slots.get(name) for name in ("birth_date", "hukou", "home")}
    try:
        return statement_from_answers(answers)
    except BirthDateInvalid:
        return {}
