"""Evaluate rules in three-valued logic: a fact nobody settled makes nothing true and nothing false."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from enrolment.model.facts import Answer, Fact, Facts, FactValue
from enrolment.model.months import complete_months
from enrolment.model.rules.nodes import (
    MONTHS,
    NUMBERS,
    OPERATORS,
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Meets,
    Negation,
    PointsCondition,
    PointsItem,
    PointsOnce,
    PointsTable,
    Rule,
)
from enrolment.model.truth import Truth, all_of, any_of


def evaluate(rule: Rule, facts: Facts, *, trust_declared: bool = False) -> Truth:
    """Say whether a rule holds.

    Only settled facts count, unless `trust_declared`: then a guardian's word does too, which gives the
    provisional answer shown before a department is asked, or while one does not answer.
    """
    match rule:
        case Condition():
            return _compare(rule, facts.get(rule.fact), trust_declared=trust_declared)
        case PointsCondition():
            return _compare_points(rule, facts, trust_declared=trust_declared)
        case AllOf(parts):
            return all_of(evaluate(part, facts, trust_declared=trust_declared) for part in parts)
        case AnyOf(parts):
            return any_of(evaluate(part, facts, trust_declared=trust_declared) for part in parts)
        case Negation(part):
            return ~evaluate(part, facts, trust_declared=trust_declared)
        case Meets(_, part):
            return evaluate(part, facts, trust_declared=trust_declared)


def because(rule: Rule, facts: Facts, *, trust_declared: bool = False) -> Iterator[Leaf]:
    """Walk the conditions that make a rule what it is: true, false or unknown."""
    match rule:
        case Condition() | PointsCondition():
            yield rule
        case AllOf(parts) | AnyOf(parts):
            whole = evaluate(rule, facts, trust_declared=trust_declared)
            for part in parts:
                if evaluate(part, facts, trust_declared=trust_declared) is whole:
                    yield from because(part, facts, trust_declared=trust_declared)
        case Negation(part) | Meets(_, part):
            yield from because(part, facts, trust_declared=trust_declared)


def points_bounds(table: PointsTable, facts: Facts, *, trust_declared: bool = False) -> tuple[int, int]:
    """The fewest and the most points a family can have, given what is known."""
    spans = [_item_bounds(item, facts, trust_declared=trust_declared) for item in table.items]
    return sum(low for low, _ in spans), sum(high for _, high in spans)


def _item_bounds(item: PointsItem, facts: Facts, *, trust_declared: bool) -> tuple[int, int]:
    if isinstance(item, PointsOnce):
        match evaluate(item.when, facts, trust_declared=trust_declared):
            case Truth.TRUE:
                return item.points, item.points
            case Truth.FALSE:
                return 0, 0
            case _:
                return min(0, item.points), max(0, item.points)
    fact = facts.get(item.fact)
    value = known_value(fact, trust_declared=trust_declared)
    if isinstance(value, date):
        value = complete_months(value, item.by, first_day_counts=item.first_day_counts)
    if not isinstance(value, int):
        return (0, 0) if _there_is_none(fact, trust_declared=trust_declared) else (0, item.up_to)
    earned = min(value // item.each * item.points, item.up_to)
    return earned, earned


def known_value(fact: Fact | None, *, trust_declared: bool) -> FactValue | None:
    """The value of a fact that counts: settled, or said where the guardian's word is taken; else None."""
    if fact is None or not (fact.settled or trust_declared):
        return None
    return fact.value


def _compare(condition: Condition, fact: Fact | None, *, trust_declared: bool) -> Truth:
    value = known_value(fact, trust_declared=trust_declared)
    if value is None:
        return Truth.FALSE if _there_is_none(fact, trust_declared=trust_declared) else Truth.UNKNOWN
    if isinstance(condition.value, tuple):
        return Truth.of(value in condition.value)
    if condition.op in MONTHS:
        return _compare_months(condition, value)
    if type(value) is not type(condition.value):
        return Truth.UNKNOWN
    return Truth.of(bool(OPERATORS[condition.op](value, condition.value)))


def _there_is_none(fact: Fact | None, *, trust_declared: bool) -> bool:
    """Whether a department settled, or the guardian says, that there is no such day or number to compare."""
    if fact is None or fact.value is not None:
        return False
    return fact.settled or (trust_declared and fact.answer is Answer.DECLARED)


def _compare_months(condition: Condition, since: FactValue) -> Truth:
    if not isinstance(since, date) or condition.by is None:
        return Truth.UNKNOWN
    lasted = complete_months(since, condition.by, first_day_counts=condition.first_day_counts)
    return Truth.of(bool(MONTHS[condition.op](lasted, condition.value)))


def _compare_points(condition: PointsCondition, facts: Facts, *, trust_declared: bool) -> Truth:
    """True or false only when every completion of the unknown facts agrees."""
    lowest, highest = points_bounds(condition.table, facts, trust_declared=trust_declared)
    compare = NUMBERS[condition.op]
    verdicts = {bool(compare(lowest, condition.value)), bool(compare(highest, condition.value))}
    return Truth.of(verdicts.pop()) if len(verdicts) == 1 else Truth.UNKNOWN
