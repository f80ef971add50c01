"""`ruxue evaluate-answers`: recall and citations over the shipped plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from typer.testing import CliRunner

from cli.evaluate_answers import Question, evaluate_answers, read_questions, rests_on_its_clauses
from cli.main import app
from enrolment.answer_ports import GuideSearch
from enrolment.model.plan.topics import Topic
from enrolment.ports import Clock, Plans
from enrolment.services.answering import Asked, answer_message
from tests.fakes import FakePlans, FrozenClock, demonstration_plan
from tests.fakes.guide_search import FakeSearch, understood

QUESTIONS = [Question("370102", "电话", "contact_phone"), Question("370102", "要不要抢", "first_come")]
runner = CliRunner()


@dataclass(slots=True)
class Answering:
    """What answers, made of fakes."""

    plans: Plans = field(default_factory=FakePlans)
    search: GuideSearch = field(default_factory=lambda: FakeSearch(("contact_phone",)))
    clock: Clock = field(default_factory=FrozenClock)


def test_figures_are_counted_by_both_ways_when_questions_are_asked() -> None:
    """The engine takes both for phones; with right topics the second gets the main article of its topic."""
    said: list[str] = []
    means = [understood(Topic.CONTACT_PHONE)] * 2
    figures = evaluate_answers(QUESTIONS, means, Answering(), said.append)
    assert (figures.questions, figures.by_words) == (2, 1)
    assert (figures.engine.ranked, figures.engine.right_article) == (1, 1)
    assert (figures.engine.told, figures.engine.cited_right) == (2, 2)
    assert (figures.right.ranked, figures.right.right_article) == (1, 1)
    assert "recall@3 by words alone 50.0%" in said[0]
    assert said[1].split() == ["topics", "by", "the", "engine", "taken", "as", "right"]
    assert said[3].split()[-2:] == ["50.0%", "50.0%"]
    assert said[4].split()[-6:] == ["2", "of", "2", "2", "of", "2"]


def test_nothing_is_measured_when_the_engine_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No topics are made up in its stead: one line, exit 2."""

    def fails(model: Path, texts: Sequence[str]) -> Iterator[dict[str, object]]:
        raise CalledProcessError(1, [str(model), *texts])

    monkeypatch.setattr("cli.evaluate.engine.understood_by", fails)
    file = tmp_path / "questions.jsonl"
    file.write_text('{"authority": "370102", "text": "电话", "article": "contact_phone"}', encoding="utf-8")
    result = runner.invoke(app, ["evaluate-answers", str(file)])
    assert (result.exit_code, "answers:" in result.output) == (2, False)


def test_answer_is_unsound_when_a_clause_is_missing_or_of_another_version() -> None:
    """Each of the ways a citation can be wrong is seen."""
    plan = demonstration_plan()
    asked = Asked("370102", "学校", understood(Topic.ZONING_SCHOOL_ASSIGNMENT))
    answer = answer_message(asked, plans=FakePlans(), search=FakeSearch(), clock=FrozenClock()).first
    first, *rest = answer.citations
    assert rests_on_its_clauses(plan, answer)
    for spoilt in (
        replace(answer, citations=()),
        replace(answer, citations=tuple(rest)),
        replace(answer, citations=(*answer.citations, replace(first, clause="历下2027-9.9"))),
        replace(answer, citations=(replace(first, version="2026"), *rest)),
        replace(answer, text=answer.text.replace(first.title, "")),
    ):
        assert not rests_on_its_clauses(plan, spoilt)


@pytest.mark.parametrize(
    "line", ['{"text": "x"}', "not json", '{"authority": "1", "text": "x", "article": "y", "z": 1}']
)
def test_file_is_refused_when_a_line_is_no_question(tmp_path: Path, line: str) -> None:
    """In one line, exit 2."""
    file = tmp_path / "questions.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"line|Expecting"):
        read_questions(file)
    assert runner.invoke(app, ["evaluate-answers", str(file)]).exit_code == 2
