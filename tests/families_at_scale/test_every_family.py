"""Ten thousand synthetic families of three counties: what the product says of each is what is true of it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest

from enrolment.model.decision import Outcome
from enrolment.model.plan import Plan
from sandbox.families import COUNTIES, Family, TrueCategory, families
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER
from tests.families_at_scale.cases import outcome_of
from tests.families_at_scale.records import EVERY_ITEM, TODAYS_ITEMS

EACH = 3334
EACH_IN_TROUBLE = 700
FEWEST = 15
# What no department can say, because it is not asked: whose grandparents own a home, and who claims what.
THE_GUARDIANS_WORD = {
    TrueCategory.GRANDPARENTS_HOME: ("real_estate_certificate",),
    TrueCategory.PREFERENTIAL: ("preferential_certificate",),
    TrueCategory.RESETTLEMENT: ("resettlement_agreement",),
}


@cache
def plan_of(county: str) -> Plan:
    """The county's plan as shipped."""
    return PlanFiles(PLANS_FOLDER).get(county, 2027)


@pytest.fixture(scope="module", params=list(COUNTIES))
def answered(request: pytest.FixtureRequest) -> list[tuple[Family, Outcome]]:
    """The families of one county with their outcomes when every department answers."""
    town = families(EACH, county=request.param, rich=True)
    plan = plan_of(request.param)
    return [(family, outcome_of(plan, family, family.entrant)) for family in town]


def test_category_is_the_true_one_when_every_department_answers(
    answered: list[tuple[Family, Outcome]],
) -> None:
    """For every family; decided by records alone unless the guardian's word is all there is."""
    wrong = [
        (family.code, family.true_category.value, outcome.decision.category)
        for family, outcome in answered
        if outcome.decision.category != family.true_category
        or outcome.decision.decided == (family.true_category in THE_GUARDIANS_WORD)
    ]
    assert wrong == []


def test_every_true_category_is_well_represented_when_a_county_is_compared(
    answered: list[tuple[Family, Outcome]],
) -> None:
    """Agreement over a category that hardly anybody has would say little."""
    counted = Counter(family.true_category for family, _ in answered)
    rare = {TrueCategory.PREFERENTIAL, TrueCategory.RESETTLEMENT}
    assert all(number >= FEWEST for category, number in counted.items() if category not in rare), counted


def test_nobody_brings_a_paper_when_every_department_answers(
    answered: list[tuple[Family, Outcome]],
) -> None:
    """No 房户一致 family in any case; of the others, only those whose word no department was asked about."""
    asked = {
        family.code: outcome.documents
        for family, outcome in answered
        if outcome.documents != THE_GUARDIANS_WORD.get(family.true_category, ())
    }
    assert asked == {}


def test_school_is_found_when_a_category_goes_by_address(answered: list[tuple[Family, Outcome]]) -> None:
    """No address of a county lies outside its zones; a home without a certificate is not looked up by it."""
    lost = [
        (family.code, outcome.school.reason)
        for family, outcome in answered
        if outcome.decision.decided
        and not family.papers.contracts
        and plan_of(family.county).category(family.true_category).school_by
        and outcome.school.school is None
    ]
    assert lost == []


@pytest.mark.parametrize("county", COUNTIES)
def test_no_category_is_decided_wrongly_when_departments_are_silent_or_refused(county: str) -> None:
    """Whatever is down or refused, a decided category is the true one, and each paper asked for is of use."""
    plan, rng = plan_of(county), Random(f"trouble:{county}")  # noqa: S311 - the same troubles every time
    items = sorted(EVERY_ITEM)
    for family in families(EACH_IN_TROUBLE, county=county, rich=True):
        down = frozenset(rng.sample(items, rng.choice((0, 1, 1, 2, 4, 12))))
        refused = frozenset(rng.sample(items, rng.choice((0, 0, 1, 3))))
        served = (TODAYS_ITEMS if rng.random() < 0.3 else EVERY_ITEM) - refused
        outcome = outcome_of(plan, family, family.entrant, served=served, down=down)
        told = (family.code, sorted(served), sorted(down), outcome.decision.category, outcome.documents)
        assert not outcome.decision.decided or outcome.decision.category == family.true_category, told
        of_use = {paper for name in outcome.decision.deciding_facts for paper in plan.facts[name].documents}
        assert set(outcome.documents) <= of_use, told
        assert len(outcome.documents) == len(set(outcome.documents)) <= 6, told
