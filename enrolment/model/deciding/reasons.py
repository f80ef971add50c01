"""The reasons of a decision: what is wanted, what is known, by which clause, who says so and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from enrolment.model.deciding.found_words import found_in_words, points_in_words, points_lines
from enrolment.model.deciding.rule_words import wanted_in_words
from enrolment.model.decision import Reason
from enrolment.model.facts import Answer, Fact, Facts
from enrolment.model.plan import Category, Plan
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Leaf,
    Meets,
    Negation,
    PointsCondition,
    Rule,
    evaluate,
    facts_behind,
)
from enrolment.model.truth import Truth, all_of, any_of

OWN_WORDS = "您的说明"
# A points table is as well known as the least known of its facts.
_LEAST_KNOWN = (
    Answer.UNAVAILABLE,
    Answer.NOT_FOUND,
    Answer.DECLARED,
    Answer.CONTRADICTED,
    Answer.CONFIRMED,
)


class _Ground(NamedTuple):
    """A condition that makes its rule what it is; `clause` is that of the term or category around it."""

    leaf: Leaf
    truth: Truth
    clause: str
    negated: bool


def reasons_of(plan: Plan, category: Category, facts: Facts, *, trust_declared: bool) -> tuple[Reason, ...]:
    """The conditions that make a category's rule what it is, in the order of the rule, each once."""
    reader = _Reader(plan, facts, trust_declared=trust_declared)
    _, grounds = reader.grounds(category.rule, category.clause, negated=False)
    return tuple(reader.reason(ground) for ground in dict.fromkeys(grounds))


def source_in_words(plan: Plan, fact: Fact) -> str:
    """Who says so: the department with its data item, or the guardian."""
    if fact.evidence is None:
        return OWN_WORDS
    item = plan.data_items[fact.evidence.data_item]
    return f"{item.department_title}·{item.title}"


@dataclass(frozen=True, slots=True)
class _Reader:
    plan: Plan
    facts: Facts
    trust_declared: bool

    def grounds(self, rule: Rule, clause: str, *, negated: bool) -> tuple[Truth, list[_Ground]]:
        """Evaluate a rule and collect what makes it so, in one walk."""
        match rule:
            case Condition() | PointsCondition():
                truth = evaluate(rule, self.facts, trust_declared=self.trust_declared)
                return truth, [_Ground(rule, truth, clause, negated)]
            case Negation(part):
                truth, inner = self.grounds(part, clause, negated=not negated)
                return ~truth, inner
            case Meets(name, part):
                return self.grounds(part, self.plan.definitions[name].clause, negated=negated)
            case AllOf(parts) | AnyOf(parts):
                read = [self.grounds(part, clause, negated=negated) for part in parts]
                join = all_of if isinstance(rule, AllOf) else any_of
                whole = join(truth for truth, _ in read)
                return whole, [ground for truth, grounds in read if truth is whole for ground in grounds]

    def reason(self, ground: _Ground) -> Reason:
        """Put one condition into words."""
        missed = ground.truth is (Truth.TRUE if ground.negated else Truth.FALSE)
        wanted = wanted_in_words(ground.leaf, self.plan, negated=ground.negated)
        if isinstance(ground.leaf, PointsCondition):
            return self._points(ground, ground.leaf, wanted, missed=missed)
        condition = ground.leaf
        fact = self.facts.get(condition.fact) or Fact(condition.fact, Answer.DECLARED)
        return Reason(
            fact=condition.fact,
            title=self.plan.facts[condition.fact].title,
            answer=fact.answer,
            holds=ground.truth is Truth.TRUE,
            clause=condition.clause or ground.clause,
            source=source_in_words(self.plan, fact),
            obtained_at=fact.evidence.obtained_at if fact.evidence else None,
            wanted=wanted,
            found=found_in_words(condition, fact, self.plan, missed=missed, negated=ground.negated),
        )

    def _points(self, ground: _Ground, leaf: PointsCondition, wanted: str, *, missed: bool) -> Reason:
        names = dict.fromkeys(facts_behind(leaf))
        behind = [self.facts.get(name) or Fact(name, Answer.DECLARED) for name in names]
        return Reason(
            fact=leaf.table.key,
            title=leaf.table.title,
            answer=min((fact.answer for fact in behind), key=_LEAST_KNOWN.index),
            holds=ground.truth is Truth.TRUE,
            clause=leaf.clause or leaf.table.clause,
            source="、".join(dict.fromkeys(source_in_words(self.plan, fact) for fact in behind)),
            obtained_at=_latest(behind),
            wanted=wanted,
            found=points_in_words(
                leaf, self.facts, missed=missed and not ground.negated, trust_declared=self.trust_declared
            ),
            lines=tuple(points_lines(leaf.table, self.facts, trust_declared=self.trust_declared)),
        )


def _latest(facts: Iterable[Fact]) -> datetime | None:
    return max((fact.evidence.obtained_at for fact in facts if fact.evidence), default=None)
