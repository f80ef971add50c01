"""A claim is offered where a yes would change the category, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from enrolment.model.deciding.offering import opened_by
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
from tests.actions.surroundings import SHIPPED

CLAIM = "resettlement_claimed"
NO_HOME: dict[str, FactValue] = {"hukou_in_county": True, "home_in_county": False, "home_owner": "none"}


def opened(said: Mapping[str, FactValue], county: str = "370602") -> str | None:
    """The category a family of these words would have with the claim."""
    plan = SHIPPED[county]
    category = opened_by(plan, stated_facts(plan, {**NO_HOME, **said}), CLAIM, stage=Stage.PRIMARY)
    return category.key if category else None


def test_category_is_opened_when_a_yes_would_give_it() -> None:
    """Instead of the category of those without a home."""
    assert opened({}) == "resettlement"


@pytest.mark.parametrize(
    "said",
    [
        {"home_in_county": True, "home_owner": "guardian"},
        {"hukou_in_county": False},
        {"preferential_claimed": True},
        {CLAIM: True},
    ],
)
def test_nothing_is_opened_when_a_yes_would_change_nothing(said: dict[str, FactValue]) -> None:
    """A better category, a hukou elsewhere, a category before it, or the claim made already."""
    assert opened(said) is None


@pytest.mark.parametrize("county", ["370102", "370213", "379901"])
def test_nothing_is_opened_when_the_plan_has_no_such_category(county: str) -> None:
    """Though the province has the question."""
    assert opened({}, county) is None
