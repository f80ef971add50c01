"""The facts that would settle a case, those least trouble to settle first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enrolment.model.facts import Answer, Fact, Facts, FactValue
from enrolment.model.plan import FactSpec, Plan
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Meets,
    Negation,
    PointsCondition,
    PointsOnce,
    Rule,
    because,
    evaluate,
    facts_behind,
)
from enrolment.model.truth import Truth

_NO: frozenset[FactValue] = frozenset({False, "none"})
_NO_ANSWER = frozenset({Answer.NOT_FOUND, Answer.UNAVAILABLE})


def facts_to_settle(plan: Plan, rules: Iterable[Rule], facts: Facts) -> tuple[str, ...]:
    """The open facts that keep rules unknown, cheapest first."""
    names = (name for rule in rules for leaf in because(rule, facts) for name in _open_behind(leaf, facts))
    return cheapest_first(plan, facts, names)


def facts_rested_on(plan: Plan, rules: Iterable[Rule], facts: Facts) -> tuple[str, ...]:
    """The facts on a guardian's word that rules rest on, cheapest first.

    Whoever says to have no home is not asked what use it has.
    """
    return cheapest_first(plan, facts, (name for rule in rules for name in _rested_on(rule, facts)))


def cheapest_first(plan: Plan, facts: Facts, names: Iterable[str]) -> tuple[str, ...]:
    """Order facts: those a department can be asked, those to ask the guardian, then papers by trouble.

    Last come the facts that only a person can settle. Those of equal trouble keep their order.
    """
    return tuple(
        sorted(dict.fromkeys(names), key=lambda name: _trouble(plan, plan.facts[name], facts.get(name)))
    )


def papers_for(spec: FactSpec, fact: Fact | None) -> tuple[str, ...]:
    """The papers that can show a fact, given what the guardian and the departments say about it."""
    read_in_vain = fact is not None and fact.answer is Answer.NOT_FOUND and fact.evidence is not None
    if read_in_vain and spec.documents_if_not_shown is not None:
        return spec.documents_if_not_shown
    says_no = fact is not None and (fact.value in _NO or _said_to_be_none(fact))
    if says_no and spec.documents_if_no is not None:
        return spec.documents_if_no
    return spec.documents


def _said_to_be_none(fact: Fact) -> bool:
    return fact.answer is Answer.DECLARED and fact.value is None


def _trouble(plan: Plan, spec: FactSpec, fact: Fact | None) -> tuple[int, int]:
    if spec.data_items and (fact is None or fact.answer not in _NO_ANSWER):
        return 0, 0
    if spec.question and (fact is None or fact.value is None):
        return 1, 0
    papers = papers_for(spec, fact)
    return (2, min(plan.documents[key].cost for key in papers)) if papers else (3, 0)


def _open_behind(leaf: Leaf, facts: Facts) -> Iterator[str]:
    """The facts that keep one condition unknown."""
    if isinstance(leaf, Condition):
        yield from (name for name in (leaf.fact,) if not _settled(name, facts))
        return
    for item in leaf.table.items:
        if not isinstance(item, PointsOnce):
            yield from (name for name in (item.fact,) if not _settled(name, facts))
        elif evaluate(item.when, facts) is Truth.UNKNOWN:
            for inner in because(item.when, facts):
                yield from _open_behind(inner, facts)


def _rested_on(rule: Rule, facts: Facts) -> Iterator[str]:
    """The declared facts that, once settled as declared, make the rule what it is on trust."""
    if evaluate(rule, facts) is not Truth.UNKNOWN:
        return
    match rule:
        case Condition() | PointsCondition():
            yield from (name for name in facts_behind(rule) if name in facts and _only_said(facts[name]))
        case Negation(part) | Meets(_, part):
            yield from _rested_on(part, facts)
        case AllOf(parts) | AnyOf(parts):
            whole = evaluate(rule, facts, trust_declared=True)
            for part in parts:
                if evaluate(part, facts, trust_declared=True) is whole:
                    yield from _rested_on(part, facts)


def _only_said(fact: Fact) -> bool:
    return (fact.value is not None and not fact.settled) or _said_to_be_none(fact)


def _settled(name: str, facts: Facts) -> bool:
    return name in facts and facts[name].settled
