"""The committed plans: complete, and marked as made up."""

from __future__ import annotations

import pytest

from enrolment.model.plan import Plan, Stage
from storage.plan_files import PlanFiles
from tests.fakes import FrozenClock
from tests.fakes.plans import PLANS_FOLDER

PLANS = PlanFiles(PLANS_FOLDER).counties()
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
every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.county)


@every_plan
def test_plan_is_marked_when_it_is_made_up(plan: Plan) -> None:
    """Version, authority and every school say so too."""
    assert plan.demonstration
    assert "演示" in plan.version
    assert all("演示" in school.name and "演示" in school.address for school in plan.schools)


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
    """Each has a data item or a paper."""
    assert all(spec.data_items or spec.documents for spec in plan.facts.values())


def test_every_topic_has_an_article_when_asked_in_the_first_county() -> None:
    """Each intent that asks finds its answer."""
    assert set(PlanFiles(PLANS_FOLDER).current("370102").articles) >= TOPICS


def test_schools_are_enough_and_reachable_when_listed() -> None:
    """A county has at least eight primary and three junior schools, each with a phone of its own."""
    plan = PlanFiles(PLANS_FOLDER).current("370102")
    assert sum(school.stage is Stage.PRIMARY for school in plan.schools) >= 8
    assert sum(school.stage is Stage.JUNIOR for school in plan.schools) >= 3
    phones = [school.phone for school in plan.schools] + [contact.phone for contact in plan.contacts]
    assert len(set(phones)) == len(phones)


def test_editors_find_the_schema_when_a_plan_is_opened() -> None:
    """The first line of every file names it."""
    for path in PLANS_FOLDER.glob("*/*.yml"):
        assert path.read_text().startswith("# yaml-language-server: $schema=../plan.schema.json\n"), path
