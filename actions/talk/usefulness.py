"""Asks, once in a while and never in a form, whether an answer was to the point."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from actions.choices import Choice
from actions.talk.understood import spans_among
from actions.visit import Changes, Visit
from enrolment.model.answering.answer import Answers, Status

ASKED_OPINION: Final = "opinion_asked"
USEFUL: Final = Choice("有用", '/give_feedback{"useful": "yes"}')
NOT_TO_THE_POINT: Final = Choice("没说到点上", '/give_feedback{"useful": "no"}')
_QUESTION: Final = "这样说，答到您想问的了吗？不点也没关系，接着问就行。"
_SELDOM: Final = timedelta(hours=12)


def asks_opinion(visit: Visit, answers: Answers, asked_before: str) -> bool:
    """Whether to ask: a guardian asked of the same twice in a row, and was not asked a while ago.

    Somebody who was content does not ask again, and nobody likes to be asked after each answer.
    """
    if visit.active_form or visit.picked or _asked_lately(visit):
        return False
    if any(part.status is not Status.ANSWERED for part in answers.parts):
        return False
    return _asked_again(visit, answers, asked_before)


def ask_opinion(visit: Visit, choices: tuple[Choice, ...]) -> Changes:
    """Ask, once for all answers of a message; `choices` come behind those of the opinion."""
    visit.say(_QUESTION, (USEFUL, NOT_TO_THE_POINT, *choices))
    return {ASKED_OPINION: str(visit.metadata.get("now") or "")}


def _asked_again(visit: Visit, answers: Answers, asked_before: str) -> bool:
    """Whether any question is on a topic of the message before, which may have asked several."""
    several = max(len(spans_among(visit.entities_before)), 1)
    before = {each.partition(":")[0] for each in asked_before.split(",")[-several:]}
    in_a_row = visit.intent_before.startswith("ask_") and not visit.long_away()
    return in_a_row and any(part.topic in before for part in answers.parts)


def _asked_lately(visit: Visit) -> bool:
    before, now = visit.slot(ASKED_OPINION), str(visit.metadata.get("now") or "")
    if not (before and now):
        return bool(before)
    return datetime.fromisoformat(now) - datetime.fromisoformat(before) < _SELDOM
