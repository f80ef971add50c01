"""Asks, once in a while and never in a form, whether an answer was to the point."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from actions.choices import Choice
from actions.visit import Changes, Visit
from enrolment.model.answering.answer import Answer, Answers, Status

ASKED_OPINION: Final = "opinion_asked"
USEFUL: Final = Choice("有用", '/give_feedback{"useful": "yes"}')
NOT_TO_THE_POINT: Final = Choice("没说到点上", '/give_feedback{"useful": "no"}')
_QUESTION: Final = "这样说，答到您想问的了吗？不点也没关系，接着问就行。"
_SELDOM: Final = timedelta(hours=12)


def ask_opinion(visit: Visit, answers: Answers, choices: tuple[Choice, ...], asked_before: str) -> Changes:
    """Ask where a guardian asked of the same twice in a row; nothing where they were asked a while ago.

    Somebody who was content does not ask again, and nobody likes to be asked after each answer.
    """
    if visit.active_form or visit.picked or _asked_lately(visit):
        return {}
    if not _asked_again(visit, answers.first, asked_before):
        return {}
    if any(part.status is not Status.ANSWERED for part in answers.parts):
        return {}
    visit.say(_QUESTION, (USEFUL, NOT_TO_THE_POINT, *choices))
    return {ASKED_OPINION: str(visit.metadata.get("now") or "")}


def _asked_again(visit: Visit, answer: Answer, asked_before: str) -> bool:
    before = asked_before.rpartition(",")[2].partition(":")[0]
    in_a_row = visit.intent_before.startswith("ask_") and not visit.long_away()
    return in_a_row and before == answer.topic


def _asked_lately(visit: Visit) -> bool:
    before, now = visit.slot(ASKED_OPINION), str(visit.metadata.get("now") or "")
    if not (before and now):
        return bool(before)
    return datetime.fromisoformat(now) - datetime.fromisoformat(before) < _SELDOM
