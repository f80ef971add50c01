"""Questions the model was not trained on: answered, asked back or handed on, but not answered wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from guardian import Guardian

HELD_OUT: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("held_out_questions.yml").read_text(encoding="utf-8")
)
WITHOUT_ARTICLE = ("without_article", "none")
TRAINED = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parents[3] / "data" / "nlu").rglob("*.yml")
)


def asked(*topics: str) -> Iterator[str]:
    """The questions on these topics."""
    for topic in topics:
        yield from HELD_OUT[topic]


@pytest.mark.parametrize("question", asked(*HELD_OUT))
def test_question_is_not_trained_on(question: str) -> None:
    """Otherwise the other tests here would prove nothing."""
    assert f"- {question}\n" not in TRAINED


@pytest.mark.parametrize("question", asked(*WITHOUT_ARTICLE))
def test_no_article_is_told_when_the_guide_has_none(guardian: Guardian, question: str) -> None:
    """An answer to another question, taken for policy, is worse than none."""
    said = guardian.says(question)

    assert "依据：" not in said or "依据：历下2027-8.1" in said


def test_most_questions_with_an_article_are_answered(guardian: Guardian) -> None:
    """Caution has a price: it must not silence the guide."""
    questions = list(asked(*(topic for topic in HELD_OUT if topic not in WITHOUT_ARTICLE)))

    answered = [question for question in questions if "依据：" in guardian.says(question)]

    assert len(answered) >= 0.75 * len(questions)
