"""Answering questions, joined for both processes: the service, and the desk of its interface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bootstrap.foundation import Foundation, clock_of
from enrolment.answer_ports import GuideSearch
from enrolment.model.access import Reader, Who, Why
from enrolment.model.answering.answer import Answers
from enrolment.ports import Clock, Plans
from enrolment.services.answering import Asked, answer_message
from enrolment.services.answering.guides import Guides
from enrolment.services.answering.remember_told import remember_told
from enrolment.services.guidance.record_gap import RecordGap, record_gap
from integrations.rasa.understanding import RasaUnderstanding
from settings import Settings
from storage.guidance import SqlGaps, SqlOfficeArticles
from storage.guide_index import GuideIndexes
from storage.plan_files import PlanFiles
from storage.told_clauses import SqlToldClauses

if TYPE_CHECKING:
    from web.questions.desk import QuestionDesk


def answering(foundation: Foundation) -> Callable[[Asked], Answers]:
    """The service, with an index of every guide it is asked about."""
    return partial(
        answer_message,
        plans=foundation.plans,
        search=GuideIndexes(),
        clock=foundation.clock,
        guides=Guides(SqlOfficeArticles(foundation.database)),
    )


def remembering(foundation: Foundation) -> Callable[[str, Answers], None]:
    """What keeps the clauses a conversation was given."""
    return partial(remember_told, told=SqlToldClauses(foundation.database), clock=foundation.clock)


def gap_recording(foundation: Foundation) -> Callable[[RecordGap], None]:
    """What keeps a question that the guide had no answer to."""
    gaps = SqlGaps(foundation.vault, Reader(Who.ASSISTANT, Why.LEARN))
    return partial(record_gap, gaps=gaps, ids=foundation.ids, clock=foundation.clock)


def question_desk(foundation: Foundation, understanding: RasaUnderstanding) -> QuestionDesk:
    """The desk behind the interface for questions."""
    from web.questions.desk import QuestionDesk
    from web.questions.limit import CallerLimit

    return QuestionDesk(
        understanding,
        answering(foundation),
        foundation.plans,
        foundation.clock,
        CallerLimit(foundation.settings.questions_a_minute),
    )


@dataclass(slots=True)
class Apart:
    """What answers questions over plan files, without a database."""

    plans: Plans
    search: GuideSearch
    clock: Clock


def over_plan_files(settings: Settings) -> Apart:
    """Join it; what messages mean is found out apart."""
    return Apart(PlanFiles(settings.plans), GuideIndexes(), clock_of(settings))
