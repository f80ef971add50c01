"""Explore what a family could still do for a better category, going by its own words alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from enrolment.model.deciding.category import decide
from enrolment.model.deciding.counterfactuals import counterfactuals, missed_chances
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
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
    facts = stated_facts(plan, said)
    decision = decide(plan, facts, today, trust_declared=True)
    return Options(
        category=decision.title,
        chances=tuple(each.in_words for each in counterfactuals(plan, facts, today, stage=stage)),
        missed=tuple(each.in_words for each in missed_chances(plan, facts, today, stage=stage)),
        wanting=tuple(plan.facts[name].title for name in decision.deciding_facts)
        if not decision.title
        else (),
    )
