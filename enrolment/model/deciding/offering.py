"""Which category a claim would open to a family that did not raise it: offered, and never assumed."""

from __future__ import annotations

from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Answer, Fact, Facts
from enrolment.model.plan import Category, Plan, Stage
from enrolment.model.rules import facts_of


def opened_by(plan: Plan, facts: Facts, claim: str, *, stage: Stage | None = None) -> Category | None:
    """The category a family would have if it raised `claim`, a yes-or-no fact; None where nothing changes.

    None as well where the plan has no category that looks at it: nothing is asked that cannot matter.
    """
    claimed = {**facts, claim: Fact(claim, Answer.DECLARED, value=True)}
    category = _category(plan, claimed, stage)
    if category is None or category == _category(plan, facts, stage):
        return None
    return category if claim in facts_of(category.rule) else None


def _category(plan: Plan, facts: Facts, stage: Stage | None) -> Category | None:
    """The category the facts settle, else the one they would have if the guardian's words prove right."""
    settled = weigh(plan, facts, stage=stage).clear
    return settled or weigh(plan, facts, stage=stage, trust_declared=True).clear
