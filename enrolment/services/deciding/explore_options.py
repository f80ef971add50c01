"""Explore what a family could still do for a better category, going by its own words alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from enrolment.model.deciding.counterfactuals import counterfactuals, missed_chances
from enrolment.model.deciding.open_facts import cheapest_first
from enrolment.model.deciding.standing import Standing, weigh
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import Facts, FactValue
from enrolment.model.plan import Plan, Stage
from enrolment.model.rules import because, facts_behind
from enrolment.ports import Clock, Plans


@dataclass(frozen=True, slots=True)
class Options:
    """The category as far as the guardian's words go, and what is left to do for a better one.

    `category` is empty while the words leave it open; `wanting` then names what would have to be known.
    `chances` are sentences, each with its days; `missed` those of what is too late this year.
    """

    category: str
    chances: tuple[str, ...]
    missed: tuple[str, ...]
    wanting: tuple[str, ...]


def explore_options(
    county: str, stage: Stage, said: Mapping[str, FactValue], *, plans: Plans, clock: Clock
) -> Options:
    """Say what a family could still do, going by what it said; raise PlanNotFound."""
    plan, today = plans.current(county), clock.today()
    facts = stated_facts(plan, said, stage=stage)
    standing = weigh(plan, facts, stage=stage, trust_declared=True)
    return Options(
        category=standing.clear.title if standing.clear else "",
        chances=tuple(each.in_words for each in counterfactuals(plan, facts, today, stage=stage)),
        missed=tuple(each.in_words for each in missed_chances(plan, facts, today, stage=stage)),
        wanting=_wanting(plan, standing, facts),
    )


def _wanting(plan: Plan, standing: Standing, facts: Facts) -> tuple[str, ...]:
    """The titles of what nobody said yet and what would settle the categories still open."""
    names = (
        name
        for category in standing.unknown
        for leaf in because(category.rule, facts, trust_declared=True)
        for name in facts_behind(leaf)
        if name not in facts
    )
    return tuple(plan.facts[name].title for name in cheapest_first(plan, facts, names))
