"""Ten thousand synthetic families of three counties: what the product says of each is what is true of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest

from enrolment.model.decision import Outcome
from enrolment.model.plan import Plan, Stage
from sandbox.families import COUNTIES, Family, Situation, TrueCategory, families
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER
from tests.families_at_scale.cases import outcome_of, stage_of
from tests.families_at_scale.records import EVERY_ITEM, TODAYS_ITEMS

EACH = 3334
EACH_IN_TROUBLE = 700
FEWEST = 15
# What no department can say, because it is not asked: what grandparents own, and who claims what.
THE_GUARDIANS_WORD = {
    TrueCategory.GRANDPARENTS_HOME: ("real_estate_certificate",),
    TrueCategory.PREFERENTIAL: ("preferential_certificate",),
    TrueCategory.RESETTLEMENT: ("resettlement_agreement",),
}


@cache
def plan_of(county: str) -> Plan:
    """The county's plan as shipped."""
    return PlanFiles(PLANS_FOLDER).get(county, 2027)


@dataclass(frozen=True, slots=True)
class Told:
    """One child with what is true of it and what the product says."""

    family: Family
    true_category: TrueCategory
    outcome: Outcome

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers this child cannot be spared."""
        return THE_GUARDIANS_WORD.get(self.true_category, ())


@pytest.fixture(scope="module", params=list(COUNTIES))
def answered(request: pytest.FixtureRequest) -> list[Told]:
    """The children of one county who enter a school, as the product sees them when everybody answers."""
    plan = plan_of(request.param)
    return [
        Told(family, category, outcome_of(plan, family, child))
        for family in families(EACH, county=request.param, rich=True)
        for child, category in zip(family.children, family.true_categories, strict=True)
        if child == family.entrant or stage_of(child) is Stage.JUNIOR
    ]


def test_category_is_the_true_one_when_every_department_answers(answered: list[Told]) -> None:
    """For every child of every family."""
    wrong = [
        (told.family.code, told.true_category.value, told.outcome.decision.category)
        for told in answered
        if told.outcome.decision.category != told.true_category
    ]
    assert wrong == []


def test_records_decide_when_no_guardians_word_is_needed(answered: list[Told]) -> None:
    """Only what no department was asked about leaves a category provisional."""
    provisional = {
        (told.family.code, told.true_category.value)
        for told in answered
        if told.outcome.decision.decided is bool(told.papers)
        and told.family.situation is not Situation.GRANDPARENTS_RENTING
    }
    assert provisional == set()


def test_every_true_category_is_well_represented_when_a_county_is_compared(answered: list[Told]) -> None:
    """Agreement over a category that hardly anybody has would say little."""
    counted = Counter(told.true_category for told in answered)
    rare = {TrueCategory.PREFERENTIAL, TrueCategory.RESETTLEMENT}
    assert all(number >= FEWEST for category, number in counted.items() if category not in rare), counted


def test_nobody_brings_a_paper_when_every_department_answers(answered: list[Told]) -> None:
    """No 房户一致 family in any case; of the others, only those whose word no department was asked about."""
    asked = {
        told.family.code: told.outcome.documents for told in answered if told.outcome.documents != told.papers
    }
    assert asked == {}


def test_school_is_found_when_a_category_goes_by_address(answered: list[Told]) -> None:
    """No address of a county lies outside its zones, a home known by its contract included."""
    lost = [
        (told.family.code, told.outcome.school.reason)
        for told in answered
        if told.outcome.decision.decided
        and plan_of(told.family.county).category(told.true_category).school_by
        and told.outcome.school.school is None
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
