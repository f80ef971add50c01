"""The committed plan of 历下区: complete, and marked as made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Stage
from enrolment.model.rules import conditions
from storage.plan_files import PlanFiles
from tests.fakes import FrozenClock, demonstration_plan
from tests.fakes.plans import PLANS_FOLDER

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


def test_plan_is_marked_when_it_is_made_up() -> None:
    """Version, authority and every school say so too."""
    plan = demonstration_plan()
    assert plan.demonstration
    assert "演示" in plan.version
    assert all("演示" in school.name and "演示" in school.address for school in plan.schools)


@pytest.mark.parametrize("stage", list(Stage))
def test_windows_are_open_when_the_demonstration_takes_place(stage: Stage) -> None:
    """The demonstration date lies in both."""
    assert demonstration_plan().windows[stage].contains(FrozenClock().today())


def test_calendar_keeps_the_provinces_dates_when_read() -> None:
    """Published two months ahead, everything done seven days before term."""
    plan = demonstration_plan()
    assert plan.completes_by == date(2027, 8, 25)
    assert plan.results_by <= plan.completes_by
    assert plan.published_on == date(2027, 4, 1)


def test_every_topic_has_an_article_when_asked() -> None:
    """Each intent that asks finds its answer."""
    assert set(demonstration_plan().articles) == TOPICS


def test_schools_are_enough_and_reachable_when_listed() -> None:
    """At least eight primary and three junior schools, each with a phone of its own."""
    plan = demonstration_plan()
    assert sum(school.stage is Stage.PRIMARY for school in plan.schools) >= 8
    assert sum(school.stage is Stage.JUNIOR for school in plan.schools) >= 3
    phones = [school.phone for school in plan.schools] + [contact.phone for contact in plan.contacts]
    assert len(set(phones)) == len(phones)


def test_every_clause_names_its_source_and_is_used_when_listed() -> None:
    """No rule without ground."""
    plan = demonstration_plan()
    assert all(clause.source and clause.id.startswith("历下2027-") for clause in plan.clauses.values())


def test_every_fact_of_a_category_can_be_settled_when_departments_cannot() -> None:
    """Each has a data item or a paper."""
    plan = demonstration_plan()
    for category in plan.categories:
        for condition in conditions(category.rule):
            spec = plan.facts[condition.fact]
            assert spec.data_items or spec.documents


def test_plans_are_found_by_county_and_year_when_they_exist() -> None:
    """And refused by name when not."""
    plans = PlanFiles(PLANS_FOLDER)
    assert plans.current("370102") is plans.get("370102", 2027)
    assert [plan.county for plan in plans.counties()] == ["370102"]
    with pytest.raises(PlanNotFound):
        plans.get("370102", 2026)
    with pytest.raises(PlanNotFound):
        plans.current("370104")


def test_latest_plan_is_current_when_a_county_has_several(tmp_path: Path) -> None:
    """A new year's file takes over by being there."""
    text = (PLANS_FOLDER / "370102" / "2027.yml").read_text(encoding="utf-8")
    folder = tmp_path / "plans" / "370102"
    folder.mkdir(parents=True)
    (folder / "2027.yml").write_text(text, encoding="utf-8")
    (folder / "2028.yml").write_text(text.replace("2027", "2028"), encoding="utf-8")
    assert PlanFiles(tmp_path / "plans").current("370102").year == 2028
