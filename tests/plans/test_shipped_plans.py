"""The committed plans: complete, lawful, and marked as made up."""

from __future__ import annotations

import pytest

from enrolment.model.placeholders import complete
from enrolment.model.plan import Plan, Stage
from enrolment.model.plan.evidence import STAGE_FACT
from enrolment.model.plan.topics import Topic
from enrolment.model.reviewing import Severity, review
from enrolment.model.zoning.coverage import gaps
from storage.plan_files import PlanFiles
from tests.fakes import FrozenClock
from tests.fakes.plans import PLANS_FOLDER

PLANS = PlanFiles(PLANS_FOLDER).counties()
OF_COUNTIES = [plan for plan in PLANS if set(plan.stages) == set(Stage)]
TOPICS = {
    "required_documents",
    "contact_phone",
    "other_topic",
    "age_requirement",
    "registration_time",
    "zoning_school_assignment",
    "category_house_and_hukou",
    "category_house_only",
    "category_hukou_only",
    "category_migrant_children",
    "data_authorization_privacy",
    "review_status_result",
    "onsite_points_help",
}
_BY_HAND = ["preferential", "hmt_children", "foreign_children"]
CATEGORIES = {
    "370102": [
        *_BY_HAND,
        "house_and_hukou",
        "grandparents_home",
        "house_only",
        "hukou_only",
        "migrant_children",
    ],
    "370213": [
        *_BY_HAND,
        "house_and_hukou",
        "house_only",
        "hukou_only",
        "migrant_children",
        "other_children",
    ],
    "370600-zs": ["house_and_hukou", "city_hukou", "other_children"],
    "370602": [
        *_BY_HAND,
        "house_and_hukou",
        "resettlement",
        "grandparents_home",
        "house_only",
        "public_housing",
        "collective_hukou",
        "hukou_only",
        "migrant_children",
        "other_children",
    ],
    "379901": ["a1", "a2", "a3", "b1", "b2", "b3", "c"],
}
every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.county)
every_county = pytest.mark.parametrize("plan", OF_COUNTIES, ids=lambda plan: plan.county)


def test_plans_are_served_when_they_are_no_mere_ground_for_others() -> None:
    """Three counties, a city's own schools and an invented bureau; province and cities only get extended."""
    assert [plan.county for plan in PLANS] == sorted(CATEGORIES)


@every_plan
def test_plan_is_marked_when_it_is_made_up(plan: Plan) -> None:
    """Version, authority and every school say so too."""
    assert plan.demonstration
    assert "演示" in plan.version
    assert "演示" in plan.authority
    assert all("演示" in school.name and "演示" in school.address for school in plan.schools)


@every_plan
def test_review_finds_no_error_when_a_plan_is_shipped(plan: Plan) -> None:
    """What `ruxue plan check` calls an error keeps a plan from being published."""
    assert [each for each in review(plan) if each.severity is Severity.ERROR] == []


@every_plan
def test_categories_come_in_order_when_a_family_is_decided(plan: Plan) -> None:
    """The better one first."""
    assert [category.key for category in plan.by_priority] == CATEGORIES[plan.county]


@every_plan
def test_windows_are_open_when_the_demonstration_takes_place(plan: Plan) -> None:
    """The demonstration date lies in those of both stages."""
    assert all(plan.calendar.windows[stage].online.contains(FrozenClock().today()) for stage in plan.stages)


@every_plan
def test_calendar_keeps_the_provinces_dates_when_read(plan: Plan) -> None:
    """Results come before the end, and the end seven days before term."""
    assert plan.calendar.results_by <= plan.calendar.finished_by <= plan.calendar.completes_by


@every_plan
def test_fact_can_be_settled_when_departments_cannot(plan: Plan) -> None:
    """Each has a data item or a paper, but for the stage, which filing settles."""
    others = [spec for name, spec in plan.facts.items() if name != STAGE_FACT]
    assert all(spec.data_items or spec.documents for spec in others)


@every_plan
def test_guardian_can_be_asked_when_nothing_else_says_a_fact(plan: Plan) -> None:
    """Each fact has its question, each paper says which pages to photograph and how."""
    assert all(spec.question.endswith(("？", "。")) for spec in plan.facts.values())
    assert all(document.pages and document.advice for document in plan.documents.values())


@every_plan
def test_every_topic_has_an_article_when_asked(plan: Plan) -> None:
    """Each intent that asks finds its answer, in every county."""
    assert set(plan.articles) >= TOPICS


@every_plan
def test_topic_has_an_article_when_it_is_in_scope(plan: Plan) -> None:
    """Whatever guardians ask about, the guide says what it can, or who decides."""
    told = {article.topic for article in plan.articles.values()}
    assert told == set(Topic) - {Topic.OUT_OF_SCOPE}


@every_plan
def test_clause_takes_its_figures_from_the_rules_when_it_is_shown(plan: Plan) -> None:
    """No brace is left, and each names the rule it restates."""
    for clause in plan.clauses.values():
        assert clause.source
        assert "{" not in complete(clause.text, plan)


@every_county
def test_schools_are_enough_when_a_county_is_listed(plan: Plan) -> None:
    """At least ten, three junior ones among them."""
    assert len(plan.schools) >= 10
    assert sum(school.stage is Stage.JUNIOR for school in plan.schools) >= 3


@every_plan
def test_phones_are_their_own_when_schools_and_offices_are_listed(plan: Plan) -> None:
    """A family reaches the school it calls."""
    phones = [school.phone for school in plan.schools] + [contact.phone for contact in plan.contacts]
    assert all(phones)
    assert len(set(phones)) == len(phones)


@every_plan
def test_zones_have_no_gaps_when_a_stage_is_looked_at(plan: Plan) -> None:
    """What one zone leaves out another takes in (a zone twice would not load)."""
    for stage in plan.stages:
        assert gaps(school for school in plan.schools if school.stage is stage) == []


def test_editors_find_the_schema_when_a_plan_is_opened() -> None:
    """The first line of every file names it."""
    for path in PLANS_FOLDER.glob("*/*.yml"):
        assert path.read_text().startswith("# yaml-language-server: $schema=../plan.schema.json\n"), path
