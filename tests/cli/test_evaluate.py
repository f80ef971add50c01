"""`ruxue evaluate`: the figures of a model, and what is wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.evaluate import topics
from cli.evaluate.figures import Answer, Figures
from cli.evaluate.report import write_report
from cli.evaluate.topics import say_figures
from cli.main import app

runner = CliRunner()


def answered(topic: str, *ranked: tuple[str, float], text: str = "一句话") -> Answer:
    """One message, as the engine ranked its topics."""
    return Answer(text, topic, ranked, 2.0)


@pytest.fixture
def figures() -> Figures:
    """Four messages: two right, one second, one of which nothing is known."""
    return Figures(
        [
            answered("rental", ("rental", 0.9), ("out_of_scope", 0.1)),
            answered("out_of_scope", ("out_of_scope", 0.8), ("rental", 0.2)),
            answered("rental", ("out_of_scope", 0.6), ("rental", 0.4), text="租约没备案"),
            answered("complaint", ("rental", 0.0)),
        ]
    )


def test_figures_follow_from_the_ranking(figures: Figures) -> None:
    """First, among the first three, by topic, refused rightly and wrongly, and how sure."""
    assert (figures.top1, figures.top3) == (0.5, 0.75)
    assert figures.out_of_scope_recall == 1.0
    assert figures.false_refusals == pytest.approx(1 / 3)
    assert figures.recall_at_few_false_refusals == 1.0
    assert figures.confusions == [("rental", "out_of_scope", 1), ("complaint", "none", 1)]
    rental = figures.of_each["rental"]
    assert (rental.precision, rental.recall, rental.support) == (1.0, 0.5, 2)
    assert figures.calibration_error == pytest.approx((0.1 + 0.2 + 0.6 + 0.0) / 4)


def test_recall_falls_when_a_message_of_enrolment_is_refused_more_surely() -> None:
    """The limit that spares nearly all of enrolment lets the other through."""
    figures = Figures(
        [answered("rental", ("out_of_scope", 0.9)), answered("out_of_scope", ("out_of_scope", 0.7))]
    )

    assert figures.recall_at_few_false_refusals == 0.0


def test_messages_are_printed_when_the_errors_are_wanted(figures: Figures) -> None:
    """Otherwise no message is."""
    brief: list[str] = []
    full: list[str] = []
    say_figures(figures, brief.append)
    say_figures(figures, full.append, show_errors=True)

    assert "top-1           50.0%" in brief
    assert not any("租约没备案" in line for line in brief)
    assert "rental -> out_of_scope 0.60  租约没备案" in full


def test_page_stands_by_itself(figures: Figures, tmp_path: Path) -> None:
    """One file with a plot, readable on a phone, that fetches nothing and holds no message."""
    write_report(figures, "A <title>", tmp_path / "new" / "page.html")
    page = (tmp_path / "new" / "page.html").read_text(encoding="utf-8")

    assert "<svg" in page
    assert 'name="viewport"' in page
    assert "A &lt;title&gt;" in page
    assert "rental → out_of_scope" in page
    assert "http" not in page
    assert "租约没备案" not in page


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: is no JSON"),
        ("[1]", "line 2: has no text"),
        ('{"text": " ", "topic": "rental"}', "line 2: has no text"),
        ('{"text": "租房", "topic": "renting"}', "line 2: names no topic of docs/topics.md: 'renting'"),
        ('{"text": "租房"}', "line 2: names no topic of docs/topics.md: None"),
    ],
)
def test_line_is_named_when_it_is_no_message_with_a_topic(tmp_path: Path, line: str, problem: str) -> None:
    """Nothing is measured then."""
    file = tmp_path / "bad.jsonl"
    file.write_text(f"{json.dumps({'text': '租房', 'topic': 'rental'})}\n{line}\n", encoding="utf-8")

    result = runner.invoke(app, ["evaluate", str(file)])

    assert result.exit_code == 2
    assert problem in result.output


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    """There is nothing to measure."""
    file = tmp_path / "empty.jsonl"
    file.write_text(content, encoding="utf-8")

    assert runner.invoke(app, ["evaluate", str(file)]).exit_code == 2


def test_missing_file_is_refused(tmp_path: Path) -> None:
    """It is named."""
    assert runner.invoke(app, ["evaluate", str(tmp_path / "none.jsonl")]).exit_code == 2


def test_figures_are_printed_and_drawn_when_a_file_is_measured(
    tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole command, over answers given before."""
    monkeypatch.setattr(topics, "evaluate_topics", lambda *_: figures)
    page = tmp_path / "page.html"

    result = runner.invoke(app, ["evaluate", "any.jsonl", "--report", str(page)])

    assert result.exit_code == 0
    assert "macro F1" in result.output
    assert page.exists()
