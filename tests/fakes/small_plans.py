"""Plans small enough to read in a test: the demonstration plan with other facts, papers and categories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from enrolment.model.facts import Answer, Evidence, Fact, FactValue
from enrolment.model.plan import (
    Category,
    Clause,
    Definition,
    Document,
    FactKind,
    FactSpec,
    Plan,
    Remedy,
    Threshold,
    Unit,
)
from enrolment.model.rules import Rule
from tests.fakes.clock import SHANGHAI
from tests.fakes.plans import demonstration_plan

REFERENCE = date(2027, 8, 31)
TODAY = date(2027, 3, 10)
CLOSES = date(2027, 6, 25)
"""The last day of filing in the demonstration plan, for every stage."""
ASKED_AT = datetime(2027, 3, 10, 9, 30, tzinfo=SHANGHAI)
EVIDENCE = Evidence("household_members", "public_security", "grant-1", ASKED_AT, "d" * 64)
CLAUSE = "甲"


def small_plan(
    facts: Sequence[FactSpec],
    categories: Sequence[Category],
    *,
    documents: Sequence[Document] = (),
    definitions: Sequence[Definition] = (),
    thresholds: Sequence[Threshold] = (),
) -> Plan:
    """A plan of these parts; clauses are 甲, 乙 and 丙."""
    return replace(
        demonstration_plan(),
        clauses={key: Clause(key, f"{key}条", "……", "省规则") for key in "甲乙丙"},
        facts={each.name: each for each in facts},
        documents={each.key: each for each in documents},
        definitions={each.key: each for each in definitions},
        thresholds={each.key: each for each in thresholds},
        points={},
        categories=tuple(categories),
        schools=(),
        contacts=(),
        articles={},
    )


def spec(
    name: str,
    kind: FactKind,
    title: str,
    *,
    asked: bool = True,
    documents: Sequence[str] = (),
    if_no: Sequence[str] | None = None,
    question: str = "",
    remedy: Remedy | None = None,
) -> FactSpec:
    """A fact; `asked` says that a department can settle it."""
    return FactSpec(
        name=name,
        kind=kind,
        title=title,
        data_items=("household_members",) if asked else (),
        documents=tuple(documents),
        documents_if_no=None if if_no is None else tuple(if_no),
        question=question,
        remedy=remedy,
    )


def category(key: str, priority: int, rule: Rule, *, filed_with: Sequence[str] = ()) -> Category:
    """A category titled by its key."""
    return Category(key, f"{key}类", priority, rule, CLAUSE, "", filed_with=tuple(filed_with))


def months(key: str, value: int) -> Threshold:
    """A figure of months."""
    return Threshold(key, key, Unit.MONTHS, value, CLAUSE)


def confirmed(values: Mapping[str, FactValue]) -> dict[str, Fact]:
    """Facts with a record behind them."""
    return {name: Fact(name, Answer.CONFIRMED, value, EVIDENCE) for name, value in values.items()}
