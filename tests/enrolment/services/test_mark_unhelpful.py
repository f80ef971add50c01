"""An answer that was of no use: the questions it was given to are kept for the office."""

from __future__ import annotations

import pytest

from enrolment.model.answering.understood import AskedSpan, Ranked
from enrolment.model.guidance.gaps import GapKind
from enrolment.model.plan.topics import Topic
from enrolment.services.guidance.mark_unhelpful import mark_unhelpful
from enrolment.services.guidance.record_gap import RecordGap
from tests.fakes.guidance import FakeLastQuestions

TEXT = "租房能上吗？什么时候报名？"
BOTH = (
    AskedSpan(0, 6, (Ranked(Topic.RENTAL, 0.9),)),
    AskedSpan(6, len(TEXT), (Ranked(Topic.REGISTRATION_TIME, 0.9),)),
)


def marked(text: str, *spans: AskedSpan) -> tuple[list[RecordGap], bool]:
    """What is kept when the answer to a message is of no use, and whether anything was."""
    kept: list[RecordGap] = []
    done = mark_unhelpful(
        "c1", "370102", spans, questions=FakeLastQuestions({"c1": text}), record=kept.append
    )
    return kept, done


def test_each_question_is_kept_when_the_message_held_two() -> None:
    """Each finds those that ask the same; what they were about stays open."""
    kept, done = marked(TEXT, *BOTH)
    assert done
    assert [(gap.county, gap.kind, gap.topic, gap.text) for gap in kept] == [
        ("370102", GapKind.UNHELPFUL, "", "租房能上吗？"),
        ("370102", GapKind.UNHELPFUL, "", "什么时候报名？"),
    ]


@pytest.mark.parametrize("spans", [(), BOTH[:1]])
def test_whole_message_is_kept_when_it_asked_one_thing(spans: tuple[AskedSpan, ...]) -> None:
    """As it stands."""
    assert [gap.text for gap in marked(TEXT, *spans)[0]] == [TEXT]


def test_whole_message_is_kept_when_the_questions_do_not_fit_it() -> None:
    """They were found in another message; nothing is cut out of this one by them."""
    assert [gap.text for gap in marked(f"{TEXT}谢谢", *BOTH)[0]] == [f"{TEXT}谢谢"]


def test_nothing_is_kept_when_there_was_no_question() -> None:
    """And the guardian is not told that it was."""
    assert marked("", *BOTH) == ([], False)
