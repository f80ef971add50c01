"""Rules as lines a guardian can tick off."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.deciding.rule_words import rule_in_words
from enrolment.model.plan import Plan
from enrolment.model.rules import AllOf, AnyOf, Condition, Meets, Negation, PointsCondition, Rule


@dataclass(frozen=True, slots=True)
class Line:
    """One condition: whether it must be so or must not, and in words; `term` is the key of a term named."""

    must: bool
    words: str
    term: str = ""


def lines_of(rule: Rule, plan: Plan) -> tuple[Line, ...]:
    """Split a rule into the conditions that must all hold."""
    if isinstance(rule, AllOf):
        return tuple(line for part in rule.parts for line in lines_of(part, plan))
    return (_line(rule, plan, must=True),)


def _line(rule: Rule, plan: Plan, *, must: bool) -> Line:
    match rule:
        case Negation(part) if not isinstance(part, AllOf | AnyOf):
            return _line(part, plan, must=not must)
        case Meets(name, _):
            return Line(must, plan.definitions[name].title, name)
        case Condition(value=bool()):
            wanted = (rule.op == "is") is rule.value
            return Line(must is wanted, plan.facts[rule.fact].title)
        case Condition() | PointsCondition() if not must:
            return Line(must=True, words=rule_in_words(Negation(rule), plan))
        case _:
            return Line(must, rule_in_words(rule, plan))
