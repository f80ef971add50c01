"""`ruxue evaluate-facts`: the facts of messages as the engine itself reads them, counted against a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from cli.slot_scores import scored

CASES = (
    {
        "text": "孩子2020年10月出生，户口在历下",
        "facts": {"birth_date": "2020-10", "hukou": "370102"},
    },
    {"text": "居住证办了五个月", "facts": {"permit": "yes", "permit_months": "6"}},
)
runner = CliRunner()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two messages, the second with one value written wrongly."""
    path = tmp_path / "cases.jsonl"
    lines = [json.dumps(case | {"today": "2027-06-10"}, ensure_ascii=False) for case in CASES]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_figures_are_printed_when_a_file_is_measured(file: Path) -> None:
    """All facts together, the worst first, the time; and, when wanted, each miss with its message."""
    result = runner.invoke(app, ["evaluate-facts", str(file), "--show-errors"])
    assert result.exit_code == 0
    for words in (
        "2 messages, 1 read without a fault",
        "all facts          precision 0.750  recall 0.750  F1 0.750  (right 3, wrong 1, missed 1)",
        "permit_months      precision 0.000  recall 0.000  F1 0.000  (right 0, wrong 1, missed 1)",
        "居住证办了五个月",
        "found wrongly {'permit_months': '5'}   missed {'permit_months': '6'}",
        "ms a message: p50",
    ):
        assert words in result.output
    assert "孩子2020年10月出生" not in result.output


@pytest.mark.parametrize("line", ["not json", '{"text": "没有日子"}'])
def test_exit_code_is_two_when_a_line_is_no_case(file: Path, line: str) -> None:
    """One line, and no traceback."""
    file.write_text(line, encoding="utf-8")
    result = runner.invoke(app, ["evaluate-facts", str(file)])
    assert result.exit_code == 2
    assert str(file) in result.output


def test_value_counts_as_wrong_and_missed_when_it_differs() -> None:
    """A pair is a name with its value; a fact found that nobody told is wrong, one not found is missed."""
    scores = scored([({"home": "none", "hukou": "here"}, {"home": "guardian", "permit": "yes"})])
    assert (scores.overall.right, scores.overall.wrong, scores.overall.missed) == (0, 2, 2)
    assert scores.of_each["home"].f1 == 0
    assert scores.exact == 0
