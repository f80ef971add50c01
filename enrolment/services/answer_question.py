"""Answer a question of policy from the plan's guide, with the clauses it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from enrolment.model.errors import TopicUnknown
from enrolment.model.facts import FactValue
from enrolment.model.guide import fill, wording
from enrolment.model.plan import Plan
from enrolment.ports import Clock, Plans


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause an answer rests on: its number, title, the rule it restates, and the plan's version."""

    clause: str
    title: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class PolicyAnswer:
    """An answer in words, ready to be said: it names its clauses, its year, and whether it is made up."""

    text: str
    citations: tuple[Citation, ...]
    as_of: date


def answer_question(
    topic: str,
    county: str,
    year: int | None,
    facts: Mapping[str, FactValue],
    *,
    plans: Plans,
    clock: Clock,
) -> PolicyAnswer:
    """Answer from the article on a topic, in the wording that fits what the guardian said (`facts`).

    `year` None means the plan now in force. Raises TopicUnknown, PlanNotFound.
    """
    plan = plans.current(county) if year is None else plans.get(county, year)
    article = plan.articles.get(topic)
    if article is None:
        raise TopicUnknown(f"the guide of {county}/{plan.year} has no article {topic!r}")
    text, clauses = wording(article, facts)
    body = fill(text, plan, facts, clock.today())
    citations = tuple(_cite(plan, clause) for clause in clauses)
    return PolicyAnswer(f"{body}\n{_ground(plan, citations)}", citations, clock.today())


def _cite(plan: Plan, key: str) -> Citation:
    clause = plan.clauses[key]
    return Citation(clause.id, clause.title, clause.source, plan.version)


def _ground(plan: Plan, citations: tuple[Citation, ...]) -> str:
    named = "、".join(f"{each.clause}（{each.title}）" for each in citations)
    made_up = "，演示数据" if plan.demonstration else ""
    return f"依据：{named}。〔{plan.county_name}{plan.year}年招生方案{made_up}〕"
