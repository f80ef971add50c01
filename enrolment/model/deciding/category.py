"""Decide the enrolment category: the plan's rules over a family's facts, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from enrolment.model.deciding.open_facts import facts_rested_on, facts_to_settle
from enrolment.model.deciding.reasons import reasons_of
from enrolment.model.deciding.standing import Standing, considered, weigh
from enrolment.model.decision import CategoryDecision, Reason, RuledOut
from enrolment.model.facts import Facts
from enrolment.model.plan import Category, Plan, Stage
from enrolment.model.rules import evaluate
from enrolment.model.truth import Truth


def decide(
    plan: Plan, facts: Facts, on: date, *, stage: Stage | None = None, trust_declared: bool = False
) -> CategoryDecision:
    """Decide the category that facts settle, among those of the stage where one is named.

    Categories are considered in order of priority; one that is still unknown blocks those below it.
    With `trust_declared`, a case that records leave open gets the category it would have if the
    guardian's words prove right, marked provisional.
    """
    standing = weigh(plan, facts, stage=stage)
    if standing.clear is not None:
        return _Case(plan, facts, on, stage, trusting=False).decided(standing.clear, standing)
    if trust_declared:
        trusted = weigh(plan, facts, stage=stage, trust_declared=True)
        if trusted.clear is not None:
            rules = (category.rule for category in (*trusted.ruled_out, trusted.clear))
            open_facts = facts_rested_on(plan, rules, facts)
            return _Case(plan, facts, on, stage, trusting=True).decided(trusted.clear, trusted, open_facts)
    return _Case(plan, facts, on, stage, trusting=False).undecided(standing)


def best_possible(plan: Plan, facts: Facts, *, stage: Stage | None = None) -> int:
    """The priority of the first category that facts do not rule out; past the last where none is left."""
    possible = (
        each.priority for each in considered(plan, stage) if evaluate(each.rule, facts) is not Truth.FALSE
    )
    return next(possible, 1 + max(each.priority for each in plan.categories))


@dataclass(frozen=True, slots=True)
class _Case:
    """A family before a plan; `trusting` says whether the guardian's word is taken."""

    plan: Plan
    facts: Facts
    on: date
    stage: Stage | None
    trusting: bool

    def decided(
        self, category: Category, standing: Standing, open_facts: tuple[str, ...] = ()
    ) -> CategoryDecision:
        return CategoryDecision(
            category=category.key,
            title=category.title,
            clause=category.clause,
            provisional=self.trusting,
            reasons=self._reasons(category),
            deciding_facts=open_facts,
            on=self.on,
            also=tuple(self._also(category)),
            ruled_out=self._out(standing.ruled_out),
            plan_version=self.plan.version,
        )

    def undecided(self, standing: Standing) -> CategoryDecision:
        rules = (category.rule for category in standing.unknown)
        return CategoryDecision(
            category=None,
            title="",
            clause="",
            provisional=False,
            reasons=(),
            deciding_facts=facts_to_settle(self.plan, rules, self.facts),
            on=self.on,
            ruled_out=self._out(standing.ruled_out),
            plan_version=self.plan.version,
        )

    def _out(self, categories: Iterable[Category]) -> tuple[RuledOut, ...]:
        return tuple(RuledOut(each.key, each.title, self._reasons(each)) for each in categories)

    def _reasons(self, category: Category) -> tuple[Reason, ...]:
        return reasons_of(self.plan, category, self.facts, trust_declared=self.trusting)

    def _also(self, winner: Category) -> Iterable[str]:
        """The others of equal priority that hold and may be filed together; either may name the other."""
        for each in considered(self.plan, self.stage):
            if each.priority != winner.priority or each.key == winner.key:
                continue
            together = each.key in winner.filed_with or winner.key in each.filed_with
            if together and set(each.stages) & set(winner.stages) and self._holds(each):
                yield each.key

    def _holds(self, category: Category) -> bool:
        return evaluate(category.rule, self.facts, trust_declared=self.trusting) is Truth.TRUE
