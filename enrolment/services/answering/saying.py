"""Put an answer into words: the body, the clauses it rests on, the year and the version."""

from __future__ import annotations

from collections.abc import Iterable

from enrolment.model.answering.answer import Answer, Citation, Status
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic


class Uncited(Exception):
    """An answer was to be sent that rests on no clause of the plan."""


def say(
    plan: Plan, topic: Topic, status: Status, body: str, clauses: Iterable[str], article: str = ""
) -> Answer:
    """Make the answer with its ground below it; raise Uncited where it rests on nothing."""
    cited = cite(plan, clauses)
    if not cited:
        raise Uncited(f"an answer on {topic} of {plan.county}/{plan.year} rests on no clause")
    return Answer(status, topic, f"{body}\n{ground(plan, cited)}", cited, article)


def cite(plan: Plan, clauses: Iterable[str]) -> tuple[Citation, ...]:
    """The clauses of the plan, each once."""
    return tuple(
        Citation(clause.id, clause.title, clause.source, plan.version)
        for clause in (plan.clauses[key] for key in dict.fromkeys(clauses))
    )


def ground(plan: Plan, citations: Iterable[Citation]) -> str:
    """Say by which clauses, of which year and version."""
    named = "、".join(f"{each.clause}（{each.title}）" for each in citations)
    made_up = "，演示数据" if plan.demonstration else ""
    return f"依据：{named}。〔{plan.county_name}{plan.year}年招生方案，版本{plan.version}{made_up}〕"
