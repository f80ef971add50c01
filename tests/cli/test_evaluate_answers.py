"""`ruxue evaluate-answers`: recall and citations over the shipped plans."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.evaluate_answers import Question, evaluate_answers, read_questions, rests_on_its_clauses
from cli.main import app
from enrolment.answer_ports import GuideSearch, Understanding
from enrolment.model.plan.topics import Topic
from enrolment.ports import Clock, Plans
from enrolment.services.answering import Asked, answer_message
from tests.fakes import FakePlans, FrozenClock, demonstration_plan
from tests.fakes.guide_search import FakeSearch, FakeUnderstanding, understood

QUESTIONS = [Question("370102", "电话", "contact_phone"), Question("370102", "要不要抢", "first_come")]
runner = CliRunner()


@dataclass(slots=True)
class Answering:
    """What answers, made of fakes."""

    plans: Plans = field(default_factory=FakePlans)
    search: GuideSearch = field(default_factory=lambda: FakeSearch(("contact_phone",)))
    understanding: Understanding = field(default_factory=FakeUnderstanding)
    clock: Clock = field(default_factory=FrozenClock)


def test_figures_are_counted_when_the_engine_understands() -> None:
    """Both questions are taken for phones: one right, one wrong, both with their clauses."""
    said: list[str] = []
    scores = evaluate_answers(QUESTIONS, Answering(), said.append)
    assert (scores.by_words, scores.by_topic_and_words, scores.right_article) == (1, 1, 1)
    assert (scores.told, scores.cited_right, scores.understood) == (2, 2, True)
    assert "recall@3 by words alone: 50.0%" in said
    assert "citations right: 2 of 2 answers" in said


def test_right_topics_are_taken_when_no_engine_runs() -> None:
    """And the figures say so."""
    said: list[str] = []
    scores = evaluate_answers(QUESTIONS, Answering(understanding=FakeUnderstanding(down=True)), said.append)
    assert not scores.understood
    assert "no engine runs" in said[0]


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
