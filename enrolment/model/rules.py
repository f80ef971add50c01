"""Category rules: conditions over facts, joined by all, any and not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne

from enrolment.model.facts import Fact, Facts, FactValue
from enrolment.model.truth import Truth, all_of, any_of

OPERATORS = {"is": eq, "is_not": ne, "at_least": ge, "at_most": le, "more_than": gt, "less_than": lt}


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact compared with a value; `op` is a key of OPERATORS, `one_of` takes a tuple."""

    fact: str
    op: str
    value: FactValue | tuple[FactValue, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every part is."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """True when the part is false."""

    part: Rule


Rule = Condition | AllOf | AnyOf | Negation


def evaluate(rule: Rule, facts: Facts, *, trust_declared: bool = False) -> Truth:
    """Say whether a rule holds.

    Only settled facts count, unless `trust_declared`: then a guardian's word does too, which gives the
    provisional answer shown before a department is asked, or while one does not answer.
    """
    match rule:
        case Condition():
            return _compare(rule, facts.get(rule.fact), trust_declared=trust_declared)
        case AllOf(parts):
            return all_of(evaluate(part, facts, trust_declared=trust_declared) for part in parts)
        case AnyOf(parts):
            return any_of(evaluate(part, facts, trust_declared=trust_declared) for part in parts)
        case Negation(part):
            return ~evaluate(part, facts, trust_declared=trust_declared)


def conditions(rule: Rule) -> Iterator[Condition]:
    """Walk every condition of a rule, in reading order."""
    match rule:
        case Condition():
            yield rule
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from conditions(part)
        case Negation(part):
            yield from conditions(part)


def because(rule: Rule, facts: Facts, *, trust_declared: bool = False) -> Iterator[Condition]:
    """Walk the conditions that make a rule what it is: true, false or unknown."""
    match rule:
        case Condition():
            yield rule
        case AllOf(parts) | AnyOf(parts):
            whole = evaluate(rule, facts, trust_declared=trust_declared)
            for part in parts:
                if evaluate(part, facts, trust_declared=trust_declared) is whole:
                    yield from because(part, facts, trust_declared=trust_declared)
        case Negation(part):
            yield from because(part, facts, trust_declared=trust_declared)


def _compare(condition: Condition, fact: Fact | None, *, trust_declared: bool) -> Truth:
    if fact is None or fact.value is None:
        return Truth.UNKNOWN
    if not fact.settled and not trust_declared:
        return Truth.UNKNOWN
    if isinstance(condition.value, tuple):
        return Truth.of(fact.value in condition.value)
    if type(fact.value) is not type(condition.value):
        return Truth.UNKNOWN
    compare = OPERATORS[condition.op]
    return Truth.of(bool(compare(fact.value, condition.value)))
