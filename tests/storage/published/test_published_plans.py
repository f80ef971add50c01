"""The plans in force: from memory, and newer ones without a restart."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Engine, text
from structlog.testing import capture_logs

from bot.ports import StorageUnavailable
from enrolment.model.errors import PlanNotFound
from enrolment.model.plan import Plan
from storage.engine import create_engine
from storage.published import PlanVersions, PublishedPlans
from storage.published.plans import LOOK_SECONDS, in_background
from tests.storage.conftest import Locked
from tests.storage.published.samples import TODAY, PlanDesk
from tests.storage.samples import NOW
from tests.storage.test_races import together


class Watch:
    """A stopwatch that moves when told to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        """The seconds it shows."""
        return self.seconds


def at_once(work: Callable[[], None]) -> None:
    """Do in the foreground what is else done in the background."""
    work()


@pytest.fixture
def watch() -> Watch:
    """The time between two looks."""
    return Watch()


@pytest.fixture
def plans(versions: PlanVersions, watch: Watch) -> PublishedPlans:
    """The plans in force on TODAY; newer ones are looked for in the foreground."""
    return PublishedPlans(versions, lambda: TODAY, monotonic=watch, run=at_once)


def first_note(plan: Plan) -> str:
    """What tells one version of the sample plan from another."""
    return plan.categories[0].note


def test_plans_are_found_by_county_and_year_when_published(
    plans: PublishedPlans, versions: PlanVersions, desk: PlanDesk
) -> None:
    """By name, and all of them in the order of their codes; others are refused by name."""
    loaded = [desk.plan(county=code) for code in ("990103", "990102")]
    for each in loaded:
        versions.publish(each, NOW)
    assert plans.get("990103", 2027) == loaded[0].plan
    assert plans.current("990102") == loaded[1].plan
    assert plans.current("990102") is plans.get("990102", 2027)
    assert [plan.county for plan in plans.counties()] == ["990102", "990103"]
    with pytest.raises(PlanNotFound, match="990104 in 2027"):
        plans.get("990104", 2027)


def test_digest_is_that_of_the_document_when_a_plan_is_served(
    plans: PublishedPlans, versions: PlanVersions, desk: PlanDesk
) -> None:
    """What the public page prints is what was published; a plan from elsewhere has none."""
    loaded = desk.plan()
    versions.publish(loaded, NOW)
    assert plans.digest(plans.current(loaded.plan.county)) == loaded.sha256
    assert plans.digest(loaded.plan) == ""
    with pytest.raises(PlanNotFound, match="ruxue plan publish"):
        plans.current("990104")


def test_no_county_is_served_when_nothing_was_published(plans: PublishedPlans) -> None:
    """In production nothing is published by itself."""
    assert plans.counties() == []


def test_publication_goes_live_without_a_restart_when_a_few_seconds_passed(
    plans: PublishedPlans, versions: PlanVersions, desk: PlanDesk, watch: Watch
) -> None:
    """And not before: between two looks the database is left alone."""
    versions.publish(desk.plan(), NOW)
    assert first_note(plans.current("990102")) == "按户口"
    versions.publish(desk.plan("2027-测试-2", "换了说法"), NOW)
    versions.publish(desk.plan(county="990103"), NOW)
    watch.seconds += LOOK_SECONDS / 2
    assert first_note(plans.current("990102")) == "按户口"
    watch.seconds += LOOK_SECONDS / 2
    plans.current("990102")
    assert first_note(plans.current("990102")) == "换了说法"
    assert [plan.county for plan in plans.counties()] == ["990102", "990103"]


@pytest.mark.parametrize(
    ("begins", "today", "year"),
    [
        ("2028-04-01", date(2027, 6, 10), 2027),
        ("2028-04-01", date(2028, 3, 31), 2027),
        ("2028-04-01", date(2028, 4, 1), 2028),
        ("2028-04-01", date(2026, 1, 1), 2028),
    ],
)
def test_current_plan_is_of_the_latest_year_begun_when_there_are_several(
    begins: str, today: date, year: int, versions: PlanVersions, desk: PlanDesk
) -> None:
    """The next year's plan may be published early; where none has begun, the latest is told."""
    versions.publish(desk.plan(), NOW)
    versions.publish(desk.following(begins), NOW)
    plans = PublishedPlans(versions, lambda: today)
    assert plans.current("990102").year == year
    assert [plan.year for plan in plans.counties()] == [year]
    assert plans.get("990102", 2027).year == 2027
    assert plans.get("990102", 2028).year == 2028


def test_plans_are_answered_from_memory_when_the_database_is_away(
    plans: PublishedPlans, versions: PlanVersions, desk: PlanDesk, watch: Watch, engine: Engine
) -> None:
    """A guardian's question about the plan needs no database; when it is back, so are newer plans."""
    versions.publish(desk.plan(), NOW)
    plans.counties()
    move(engine, "plan_versions", "moved")
    watch.seconds += LOOK_SECONDS
    assert first_note(plans.current("990102")) == "按户口"
    move(engine, "moved", "plan_versions")
    versions.publish(desk.plan("2027-测试-2", "换了说法"), NOW)
    watch.seconds += LOOK_SECONDS
    plans.current("990102")
    assert first_note(plans.current("990102")) == "换了说法"


def test_first_use_is_refused_by_name_when_the_database_is_away(empty_url: str) -> None:
    """And the next use tries again."""
    plans = PublishedPlans(PlanVersions(create_engine(empty_url)), lambda: TODAY)
    for _ in range(2):
        with pytest.raises(StorageUnavailable):
            plans.counties()


def test_version_before_stays_in_force_when_a_newer_one_cannot_be_read(
    plans: PublishedPlans, versions: PlanVersions, desk: PlanDesk, watch: Watch, engine: Engine
) -> None:
    """One county's broken document harms neither its families nor other counties; the log names it."""
    versions.publish(desk.plan(), NOW)
    versions.publish(desk.plan(county="990103"), NOW)
    plans.counties()
    add_broken(engine, "990102", 2)
    add_broken(engine, "990104", 1)
    watch.seconds += LOOK_SECONDS
    with capture_logs() as logs:
        plans.counties()
    assert {event["event"] for event in logs} == {"published_plan_unreadable"}
    assert sorted((event["county"], event["serial"]) for event in logs) == [("990102", 2), ("990104", 1)]
    assert [plan.county for plan in plans.counties()] == ["990102", "990103"]
    assert first_note(plans.current("990102")) == "按户口"


def test_each_plan_is_read_for_all_when_many_ask_at_once(versions: PlanVersions, desk: PlanDesk) -> None:
    """Threads that come together get the same plan."""
    versions.publish(desk.plan(), NOW)
    plans = PublishedPlans(versions, lambda: TODAY, look_every=0)
    found = together(8, lambda _: plans.current("990102"))
    assert {id(plan) for plan in found} == {id(found[0])}


def test_work_is_done_elsewhere_when_in_the_background() -> None:
    """Nobody who asks for a plan waits for the look."""
    done = threading.Event()
    names: list[str] = []

    def work() -> None:
        names.append(threading.current_thread().name)
        done.set()

    in_background(work)
    assert done.wait(5)
    assert names == ["published-plans"]


def test_callers_go_on_when_a_look_waits_for_the_database(
    versions: PlanVersions, desk: PlanDesk, watch: Watch, locked: Locked
) -> None:
    """A look under way, however long, holds nobody up."""
    versions.publish(desk.plan(), NOW)
    waiting: list[Callable[[], None]] = []
    plans = PublishedPlans(versions, lambda: TODAY, monotonic=watch, run=waiting.append)
    plans.counties()
    watch.seconds += LOOK_SECONDS
    with locked():
        assert plans.current("990102").county == "990102"
        assert plans.current("990102").county == "990102"
    assert len(waiting) == 1


def move(engine: Engine, old: str, new: str) -> None:
    """Rename a table, so that nobody finds it."""
    with engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


def add_broken(engine: Engine, county: str, serial: int) -> None:
    """Store a version whose document is no plan."""
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO plan_versions "
                "(county, year, serial, version, sha256, effective_from, published_at, document) VALUES "
                "(:county, 2027, :serial, 'broken', :digest, '2027-04-01', '2027-06-10 00:00:00', :none)"
            ),
            {"county": county, "serial": serial, "digest": f"{county}-{serial}", "none": b"{}"},
        )
