"""Weigh the categories of a plan in their order: the first that holds, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.facts import Facts
from enrolment.model.plan import Category, Plan, Stage
from enrolment.model.rules import evaluate
from enrolment.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Standing:
    """The first category that holds, and those considered before it: unknown ones, and ones ruled out."""

    holding: Category | None
    unknown: tuple[Category, ...]
    ruled_out: tuple[Category, ...]

    @property
    def clear(self) -> Category | None:
        """The category, where nothing unknown stands before it."""
        return None if self.unknown else self.holding


def weigh(plan: Plan, facts: Facts, *, stage: Stage | None = None, trust_declared: bool = False) -> Standing:
    """Go through the categories by priority, in file order where it is equal."""
    unknown: list[Category] = []
    ruled_out: list[Category] = []
    for category in considered(plan, stage):
        truth = evaluate(category.rule, facts, trust_declared=trust_declared)
        if truth is Truth.TRUE:
            return Standing(category, tuple(unknown), tuple(ruled_out))
        (unknown if truth is Truth.UNKNOWN else ruled_out).append(category)
    return Standing(None, tuple(unknown), tuple(ruled_out))


def considered(plan: Plan, stage: Stage | None) -> tuple[Category, ...]:
    """The categories of a stage, all where none is named, in the order they are considered."""
    if stage is None:
        return plan.by_priority
    return tuple(category for category in plan.by_priority if stage in category.stages)
