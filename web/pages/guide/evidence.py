"""What can stand behind a rule: the data departments share, and the papers where they cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from enrolment.model.plan import FactSpec, Plan
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    Rule,
    facts_of,
    facts_of_table,
)

Choice = tuple[tuple[str, ...], ...]
"""Ways to show one thing, each the keys of papers that do it together."""

_MOST_WAYS = 12


def data_items_of(rule: Rule, plan: Plan) -> tuple[str, ...]:
    """The data items that can settle a rule's facts, each once."""
    return tuple(dict.fromkeys(item for name in facts_of(rule) for item in plan.facts[name].data_items))


def papers_of(rule: Rule, plan: Plan) -> tuple[Choice, ...]:
    """The choices of papers that show a rule holds, when no department can say anything.

    One that another settles on the way is left out.
    """
    return _least(_choices(rule, plan, negated=False))


def _choices(rule: Rule, plan: Plan, *, negated: bool) -> list[Choice]:
    match rule:
        case Condition():
            no = isinstance(rule.value, bool) and (rule.op == "is") is not rule.value
            return _shown(plan.facts[rule.fact], wants_no=no is not negated)
        case PointsCondition():
            names = dict.fromkeys(facts_of_table(rule.table))
            return [choice for name in names for choice in _shown(plan.facts[name], wants_no=False)]
        case Negation(part):
            return _choices(part, plan, negated=not negated)
        case Meets(_, part):
            return _choices(part, plan, negated=negated)
        case AllOf(parts) | AnyOf(parts):
            branches = [_choices(part, plan, negated=negated) for part in parts]
            if isinstance(rule, AllOf) is not negated:
                return [choice for branch in branches for choice in branch]
            return _one_of(branches)


def _shown(spec: FactSpec, *, wants_no: bool) -> list[Choice]:
    if wants_no and spec.documents_if_no is not None:
        spec = replace(spec, documents=spec.documents_if_no)
    return [tuple((key,) for key in spec.documents)] if spec.documents else []


def _one_of(branches: Iterable[list[Choice]]) -> list[Choice]:
    """Join branches of which one is enough: each way through one of them is a way."""
    ways: dict[tuple[str, ...], None] = {}
    for branch in branches:
        for way in product(*_least(branch)):
            ways.setdefault(tuple(dict.fromkeys(key for keys in way for key in keys)))
    kept = [way for way in ways if way and not any(set(other) < set(way) for other in ways if other)]
    return [tuple(kept[:_MOST_WAYS])] if kept else []


def _least(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """The choices without those that come for free with another."""
    each_once = tuple(dict.fromkeys(choices))
    return tuple(
        choice
        for choice in each_once
        if not any(other != choice and _settles(other, choice) for other in each_once)
    )


def _settles(one: Choice, other: Choice) -> bool:
    """Whether every way of the one is also a way of the other."""
    return all(any(set(needed) <= set(way) for needed in other) for way in one)
