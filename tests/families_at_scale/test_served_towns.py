"""The families one can sign in as: each is treated as the list of `ruxue families` says."""

from __future__ import annotations

import pytest

from sandbox.families import COUNTIES, Situation, TrueCategory, families
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER
from tests.families_at_scale.cases import outcome_of

_WITH_GRANDPARENTS = {Situation.GRANDPARENTS_HOME, Situation.GRANDPARENTS_AND_HOME_IN_CITY}


@pytest.mark.parametrize("county", COUNTIES)
def test_category_is_as_listed_when_a_family_signs_in(county: str) -> None:
    """Each child of each family has the category told of it, for the stage of its age."""
    plan = PlanFiles(PLANS_FOLDER).get(county, 2027)
    for family in families(200, county=county):
        for child, category in zip(family.children, family.true_categories, strict=True):
            assert outcome_of(plan, family, child).decision.category == category, family.code


def test_records_decide_when_the_guardian_has_said_nothing() -> None:
    """In 历下, silence costs no paper and changes no category, but for families in a grandparent's book."""
    plan = PlanFiles(PLANS_FOLDER).get("370102", 2027)
    for family in families(200):
        if family.situation in _WITH_GRANDPARENTS:
            continue
        outcome = outcome_of(plan, family, family.entrant, said={})
        assert outcome.decision.decided, family.code
        assert outcome.decision.category == family.true_category, family.code
        assert outcome.documents == (), family.code


def test_nothing_is_decided_when_nobody_said_what_grandparents_own() -> None:
    """Whether the grandparents own a home is asked of nobody: the case stays open, it is not guessed."""
    plan = PlanFiles(PLANS_FOLDER).get("370102", 2027)
    family = next(each for each in families(200) if each.true_category is TrueCategory.GRANDPARENTS_HOME)
    decision = outcome_of(plan, family, family.entrant, said={}).decision
    assert not decision.decided
    assert "grandparent_home_in_county" in decision.deciding_facts
