"""What a guardian told in free words, as a statement: declared facts, which records have to bear out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from enrolment.model.answering.told_facts import read_told
from enrolment.model.answering.understood import ToldFact
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind, Plan

# The questions of a conversation ask these themselves.
_ASKED = frozenset(
    {"stage", "birth_date", "guardian_of_child", "hukou_in_county", "home_in_county", "home_owner"}
)
_MONTH = len("2026-03")
# A home of this kind may be handed over already: only the guardian can say whether the claim is theirs.
_SUGGESTED_BY = {("home_kind", "resettlement"): "resettlement_claimed"}
SUGGESTED = frozenset(_SUGGESTED_BY.values())
"""The claims that are offered, and never asked for otherwise."""


def statement_from_told(told: Mapping[str, str], plan: Plan, today: date) -> dict[str, FactValue]:
    """Turn facts of docs/told-facts.md into those a plan asks a guardian for.

    A month is its first day and a length of time ends today, as when a question is answered so; a year alone
    says too little and is asked about.
    """
    said: dict[str, FactValue] = {}
    for name, value in told.items():
        read = read_told([ToldFact(name, value)], plan, today)
        for fact, latest in read.latest.items():
            earliest = read.earliest[fact]
            if earliest == latest or name.endswith("_months"):
                said[fact] = latest
            elif len(value) == _MONTH:
                said[fact] = earliest
    return {fact: value for fact, value in said.items() if _is_asked(plan, fact, value, today)}


def claims_suggested(told: Mapping[str, str], plan: Plan) -> tuple[str, ...]:
    """The claims of a plan that facts of docs/told-facts.md suggest without making them."""
    claims = (_SUGGESTED_BY[each] for each in told.items() if each in _SUGGESTED_BY)
    return tuple(claim for claim in claims if claim in plan.facts)


def _is_asked(plan: Plan, fact: str, value: FactValue, today: date) -> bool:
    spec = plan.facts.get(fact)
    if spec is None or fact in _ASKED or not spec.question or spec.kind is FactKind.TEXT:
        return False
    return not isinstance(value, date) or value <= today
