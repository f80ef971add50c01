"""`ruxue plan told`: who was given a clause that a newer version words otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from enrolment.model.answering.told_clauses import ToldClause
from storage.engine import create_engine
from storage.told_clauses import SqlToldClauses
from tests.fakes import FrozenClock, demonstration_plan
from tests.fakes.plans import PLANS_FOLDER

CLAUSE, OTHER = "历下2027-3.4", "历下2027-3.3"
runner = CliRunner()


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plan files of this test's own, in force, and a conversation that was given two of their clauses."""
    folder = Path(shutil.copytree(PLANS_FOLDER, tmp_path / "plans"))
    url = f"sqlite:///{tmp_path / 'ruxue.db'}"
    monkeypatch.setenv("RUXUE_VAR", str(tmp_path))
    monkeypatch.setenv("RUXUE_PLANS", str(folder))
    monkeypatch.setenv("RUXUE_DATABASE_URL", url)
    assert runner.invoke(app, ["plan", "publish", "370102/2027"]).exit_code == 0
    version, at = demonstration_plan().version, FrozenClock().now()
    told = [ToldClause("c1", "370102", 2027, clause, version, at) for clause in (CLAUSE, OTHER)]
    SqlToldClauses(create_engine(url)).remember(told)
    return folder


def reword(plans: Path) -> None:
    """Write a new version in which one clause has other words."""
    file = plans / "370102" / "2027.yml"
    text = file.read_text(encoding="utf-8")
    version = demonstration_plan().version
    new = text.replace("随监护人来历下区生活。", "跟着监护人来历下区生活。").replace(version, f"{version}-改")
    file.write_text(new, encoding="utf-8")


def test_nobody_is_listed_when_nothing_changed(plans: Path) -> None:
    """The words given are those in force."""
    del plans
    result = runner.invoke(app, ["plan", "told", "370102"])
    assert result.exit_code == 0
    assert "0 conversations were given 0 clauses" in result.output


def test_conversation_is_told_of_when_a_publication_changes_its_clause(plans: Path) -> None:
    """Publishing queues the notice and says so; the list names the changed clause and no other."""
    reword(plans)
    published = runner.invoke(app, ["plan", "publish", "370102/2027"])
    assert "1 conversations were given clauses that changed" in published.output
    listed = runner.invoke(app, ["plan", "told", "370102", "--queue"])
    assert "conversation c1" in listed.output
    assert f"  {CLAUSE}, by {demonstration_plan().version}, on 2027-06-10 09:30" in listed.output
    assert OTHER not in listed.output
    assert "1 notices wait to be sent." in listed.output


def test_refusal_is_one_line_when_there_is_no_such_plan(plans: Path) -> None:
    """Exit 2, no traceback."""
    del plans
    result = runner.invoke(app, ["plan", "told", "999999"])
    assert result.exit_code == 2
    assert "999999" in result.output
