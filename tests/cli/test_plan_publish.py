"""`ruxue plan publish`: errors are not published, and what is in force is not stored twice."""

from __future__ import annotations

from pathlib import Path

import pytest

import bootstrap
from cli.plan.publish import publish
from storage.engine import create_engine
from storage.published import PlanVersions
from tests.fakes.plans import PLANS_FOLDER
from tests.plans.conftest import COUNTY, SAMPLE

FILE = PLANS_FOLDER / "370102" / "2027.yml"


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of this test's own."""
    url = f"sqlite:///{tmp_path / 'ruxue.db'}"
    monkeypatch.setenv("RUXUE_VAR", str(tmp_path))
    monkeypatch.setenv("RUXUE_DATABASE_URL", url)
    return url


def test_plan_is_stored_once_when_published_twice(database: str) -> None:
    """The second time says that it is in force."""
    said: list[str] = []
    assert publish(FILE, said.append)
    assert publish(FILE, said.append)
    published = [line for line in said if "sha256" in line]
    assert published[0].startswith("Published: 370102/2027 ")
    assert published[1].startswith("Already in force, nothing was stored: 370102/2027 ")
    assert len(PlanVersions(create_engine(database)).since(0)) == 1


def test_nothing_is_stored_when_the_review_finds_an_error(database: str) -> None:
    """The errors are said, and that nothing was published."""
    said: list[str] = []
    assert not publish(SAMPLE / COUNTY, said.append)
    assert any(": error: " in line for line in said)
    assert said[-1] == "Nothing was published."
    assert not Path(database.removeprefix("sqlite:///")).exists()


def test_reason_is_said_when_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, no traceback."""
    monkeypatch.setenv("RUXUE_DATABASE_URL", "postgresql+psycopg://127.0.0.1:1/none")
    said: list[str] = []
    assert not publish(FILE, said.append)
    assert said[-1].startswith("Nothing was published: the database did not answer")


@pytest.mark.parametrize("demonstration", [True, False])
def test_shipped_plans_are_published_at_the_start_when_it_is_a_demonstration(
    demonstration: bool,  # noqa: FBT001 - a parameter of the test
    database: str,
) -> None:
    """In production nobody's plan goes live by starting a process."""
    said: list[str] = []
    settings = bootstrap.read_settings().model_copy(update={"demonstration": demonstration})
    bootstrap.migrate(settings, said.append)
    published = {version.county for version in PlanVersions(create_engine(database)).since(0)}
    assert ("370102" in published) is demonstration
    assert said == []


def test_complaint_goes_to_standard_error_when_nobody_listens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shipped file that cannot be read is one line, and no reason not to start."""
    (tmp_path / "plans" / "370102").mkdir(parents=True)
    (tmp_path / "plans" / "370102" / "2027.yml").write_text("county: [")
    bootstrap.migrate(bootstrap.read_settings().model_copy(update={"plans": tmp_path / "plans"}))
    assert capsys.readouterr().err.startswith("not published: plans/370102/2027.yml:")
