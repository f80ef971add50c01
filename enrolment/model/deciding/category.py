"""Decide the enrolment category: the plan's rules over a family's facts, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from enrolment.model.decision import CategoryDecision, Reason
from enrolment.model.facts import Answer, Fact, Facts
from enrolment.model.plan import Category, Plan
from enrolment.model.rules import Condition, Leaf, because, evaluate, facts_behind
from enrolment.model.truth import Truth

OWN_WORDS = "您的说明"


def decide(plan: Plan, facts: Facts, on: date, *, trust_declared: bool = False) -> CategoryDecision:
    """Decide the category that facts settle.

    Categories are considered in order of priority; one that is still unknown blocks those below it.
    With `trust_declared`, a case that records leave open gets the category it would have if the
    guardian's words prove right, marked provisional.
    """
    winner, blocking = _first_holding(plan, facts, trust_declared=False)
    if winner is not None and not blocking:
        return _decision(plan, winner, facts, on)
    open_facts = _open_facts(blocking, facts)
    if trust_declared:
        candidate, doubts = _first_holding(plan, facts, trust_declared=True)
        if candidate is not None and not doubts:
            settling = _settling((*blocking, candidate), facts)
            return _decision(plan, candidate, facts, on, provisional=True, open_facts=settling)
    return CategoryDecision(None, "", "", provisional=False, reasons=(), deciding_facts=open_facts, on=on)


def best_possible(plan: Plan, facts: Facts) -> int:
    """The priority of the first category that facts do not rule out; past the last where none is left."""
    possible = (each.priority for each in plan.categories if evaluate(each.rule, facts) is not Truth.FALSE)
    return min(possible, default=1 + max(each.priority for each in plan.categories))


def _first_holding(
    plan: Plan, facts: Facts, *, trust_declared: bool
) -> tuple[Category | None, tuple[Category, ...]]:
    """The first category that holds, and the unknown ones considered before it."""
    unknown: list[Category] = []
    for category in sorted(plan.categories, key=lambda each: each.priority):
        truth = evaluate(category.rule, facts, trust_declared=trust_declared)
        if truth is Truth.TRUE:
            return category, tuple(unknown)
        if truth is Truth.UNKNOWN:
            unknown.append(category)
    return None, tuple(unknown)


def _open_facts(categories: Iterable[Category], facts: Facts) -> tuple[str, ...]:
    names = (
        name
        for category in categories
        for leaf in because(category.rule, facts)
        for name in facts_behind(leaf)
    )
    return tuple(dict.fromkeys(names))


def _settling(categories: Iterable[Category], facts: Facts) -> tuple[str, ...]:
    """The open facts that the provisional answer rests on.

    Whoever says to have no home is not asked what use it has.
    """
    names = (
        name
        for category in categories
        for leaf in because(category.rule, facts, trust_declared=True)
        for name in facts_behind(leaf)
    )
    return tuple(name for name in dict.fromkeys(names) if name not in facts or not facts[name].settled)


def _decision(
    plan: Plan,
    category: Category,
    facts: Facts,
    on: date,
    *,
    provisional: bool = False,
    open_facts: tuple[str, ...] = (),
) -> CategoryDecision:
    reasons = tuple(_reasons(plan, category, facts, trust_declared=provisional))
    return CategoryDecision(
        category.key, category.title, category.clause, provisional, reasons, open_facts, on
    )


def _reasons(plan: Plan, category: Category, facts: Facts, *, trust_declared: bool) -> Iterator[Reason]:
    seen: set[Leaf] = set()
    for condition in because(category.rule, facts, trust_declared=trust_declared):
        if condition in seen or not isinstance(condition, Condition):
            continue
        seen.add(condition)
        fact = facts.get(condition.fact) or Fact(condition.fact, Answer.DECLARED)
        yield Reason(
            fact=condition.fact,
            title=plan.facts[condition.fact].title,
            answer=fact.answer,
            holds=evaluate(condition, facts, trust_declared=trust_declared) is Truth.TRUE,
            clause=category.clause,
            source=source_in_words(plan, fact),
            obtained_at=fact.evidence.obtained_at if fact.evidence else None,
        )


def source_in_words(plan: Plan, fact: Fact) -> str:
    """Who says so: the department with its data item, or the guardian."""
    if fact.evidence is None:
        return OWN_WORDS
    item = plan.data_items[fact.evidence.data_item]
    return f"{item.department_title}·{item.title}"
