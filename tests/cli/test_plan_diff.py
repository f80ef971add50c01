"""`ruxue plan diff`: plain lines, colour only on a terminal, families with their reasons."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from tests.enrolment.model.comparing.editing import SAMPLE

FAMILIES = """
方案: 990102/2027
家庭:
  租房正好满十二个月:
    事实: {hukou_in_county: 否, lease_filed_on: 2026-08-31, insurance_months: 0, home_use: 商业}
  户口在本区:
    事实: {hukou_in_county: 是}
"""


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A copy of the sample plan that asks for one more month."""
    folder = Path(shutil.copytree(SAMPLE.parents[1], tmp_path / "plans"))
    file = folder / "990102" / "2027.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("months: 12", "months: 13"), encoding="utf-8")
    return file


def run(*arguments: str | Path) -> tuple[int, str]:
    """Run the command; give its exit code and what it prints."""
    result = CliRunner().invoke(app, ["plan", "diff", *(str(each) for each in arguments)])
    return result.exit_code, result.output


def test_plans_are_said_to_be_the_same_when_they_are() -> None:
    """One plain sentence, and exit 0."""
    code, said = run(SAMPLE, SAMPLE)
    assert (code, "两个方案完全一样。" in said) == (0, True)


def test_change_is_told_without_colour_when_printed_to_a_file(newer: Path) -> None:
    """What was and what is, each on its line."""
    code, said = run(SAMPLE, newer)
    assert code == 0
    assert "原来：12个月\n    现在：13个月" in said
    assert "\x1b[" not in said


def test_family_is_named_with_its_reason_when_its_category_changes(newer: Path, tmp_path: Path) -> None:
    """Only the family that changes is named; the count says of how many."""
    families = tmp_path / "families.yml"
    families.write_text(FAMILIES, encoding="utf-8")
    code, said = run(SAMPLE, newer, "--families", families)
    assert code == 0
    assert "租房正好满十二个月：租房 → 其他" in said
    assert "还差1个月" in said
    assert "~ 户口在本区" not in said
    assert "2个家庭里，1个的报名类型变了。" in said


def test_every_file_is_read_when_families_are_a_folder(newer: Path, tmp_path: Path) -> None:
    """The families of one plan often lie in several files."""
    folder = tmp_path / "families"
    folder.mkdir()
    for name in ("one.yml", "two.yml"):
        (folder / name).write_text(FAMILIES, encoding="utf-8")
    _, said = run(SAMPLE, newer, "--families", folder)
    assert "4个家庭里，2个的报名类型变了。" in said


def test_command_ends_with_two_when_a_file_is_missing(tmp_path: Path) -> None:
    """One line, and no traceback."""
    code, said = run(SAMPLE, tmp_path / "none.yml")
    assert (code, said.count("\n")) == (2, 1)
