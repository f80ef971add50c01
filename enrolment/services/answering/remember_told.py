"""Remember which clauses a conversation was given."""

from __future__ import annotations

from enrolment.answer_ports import ToldClauses
from enrolment.model.answering.answer import Answers
from enrolment.model.answering.told_clauses import ToldClause
from enrolment.ports import Clock


def remember_told(conversation_id: str, answers: Answers, *, told: ToldClauses, clock: Clock) -> None:
    """Keep the clauses of an answer, their version and the moment; no word of question or answer."""
    plan, now = answers.plan, clock.now()
    told.remember(
        [
            ToldClause(conversation_id, plan.county, plan.year, each.clause, each.version, now)
            for each in answers.citations
        ]
    )
