"""`ruxue guide …` and `ruxue gaps`, from a file to an answer in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import bootstrap
from bootstrap.guiding import open_guidance
from cli.main import app
from enrolment.model.guidance.gaps import GapKind
from enrolment.services.guidance.record_gap import RecordGap, record_gap

PLAN = ("--authority", "370102", "--year", "2027")
LIST = "问题,答案\n学校管午饭吗,自愿在校用餐，请问学校。\n几岁能上,满7周岁才能上。\n"


@pytest.fixture(autouse=True)
def _database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database of this test's own, with the plans in force."""
    monkeypatch.setenv("RUXUE_VAR", str(tmp_path))
    monkeypatch.setenv("RUXUE_DATABASE_URL", f"sqlite:///{tmp_path / 'ruxue.db'}")
    bootstrap.migrate(bootstrap.read_settings(), lambda _: None)


def said(*command: str, code: int = 0) -> str:
    """What a command says; it must end as expected."""
    result = CliRunner().invoke(app, command)
    assert result.exit_code == code, result.output
    return result.output


def test_draft_answers_when_it_was_imported_and_published(tmp_path: Path) -> None:
    """The list says which rows are blocked and why; a blocked one is not published."""
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    imported = said("guide", "import", str(file), *PLAN)
    assert "2 drafts, 1 of them blocked; 0 rows were there already" in imported
    assert "it says '7周岁', the plan says 6周岁" in imported
    lunch, age = (
        line.split()[0] for line in said("guide", "list", *PLAN).splitlines() if "list.csv:" in line
    )

    assert "published" in said("guide", "publish", lunch)
    assert "contradicts the plan" in said("guide", "publish", age, code=2)
    assert "withdrawn" in said("guide", "withdraw", lunch)
    assert lunch not in said("guide", "list", *PLAN)


def test_reason_is_said_when_something_is_not_there(tmp_path: Path) -> None:
    """One line and exit 2: no file, no plan, no article."""
    assert "check the path" in said("guide", "import", str(tmp_path / "none.csv"), *PLAN, code=2)
    assert "no article" in said("guide", "publish", "nobody", code=2)
    said("guide", "list", "--authority", "999999", "--year", "2027", code=2)
    assert "No articles yet" in said("guide", "list", *PLAN)


def test_question_is_listed_until_somebody_answers_it() -> None:
    """Nothing says who asked; the answer written for it is a draft."""
    assert "every question of these days was answered" in said("gaps")
    with open_guidance(bootstrap.read_settings(), "staff-7") as guidance:
        for text in ("学校管午饭吗", "请问学校管不管午饭"):
            cmd = RecordGap("370102", GapKind.UNANSWERED, "other_in_scope", text)
            record_gap(cmd, gaps=guidance.gaps, ids=guidance.ids, clock=guidance.clock)
    listed = said("gaps", "--authority", "370102")
    assert "2 ×  other_in_scope  (2 unanswered; 370102" in listed
    written = said("guide", "write", *PLAN, "--question", "学校管午饭吗", "--answer", "自愿在校用餐。")
    assert "draft      staff:0  学校管午饭吗" in written
    again = said("guide", "write", *PLAN, "--question", "学校管午饭吗", "--answer", "自愿在校用餐。")
    assert "has this very answer already" in again
