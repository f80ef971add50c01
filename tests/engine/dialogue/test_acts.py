"""What guardians do besides asking and answering, in the middle of every form."""

from __future__ import annotations

import pytest
from guardian import Guardian
from reach import FORMS, Reach, to_submission


@pytest.mark.parametrize("reach", FORMS)
def test_nothing_is_asked_when_the_guardian_needs_a_moment(guardian: Guardian, reach: Reach) -> None:
    """One sentence says there is no hurry; the question stays open."""
    reach(guardian)

    said = guardian.says("等一下，我去拿户口本")

    assert said == "不着急，您慢慢来，我等着您。"
    assert guardian.choices == []


@pytest.mark.parametrize("reach", FORMS)
@pytest.mark.parametrize("words", ["我不想回答这个问题", "没听懂你说的啥"])
def test_reason_is_given_when_the_guardian_will_not_say_or_does_not_follow(
    guardian: Guardian, reach: Reach, words: str
) -> None:
    """The question is explained and comes once more."""
    reach(guardian)
    choices = guardian.choices

    said = guardian.says(words)

    assert "没看明白" not in said
    assert len(guardian.replies) == 2
    assert guardian.choices == choices


@pytest.mark.parametrize("words", ["到底谁负责", "你们推来推去没人管"])
def test_person_is_told_at_once_when_the_guardian_complains(guardian: Guardian, words: str) -> None:
    """Anger gets a person, not a question."""
    assert "已经帮您转给工作人员" in guardian.says(words)


def test_opinion_is_thanked_for(guardian: Guardian) -> None:
    """Nothing is claimed to have been kept."""
    said = guardian.says("我想提个建议")

    assert "谢谢您" in said
    assert "咨询电话" in said


@pytest.mark.parametrize("words", ["你答的没用", "答非所问"])
def test_question_is_noted_when_its_answer_was_of_no_use(guardian: Guardian, words: str) -> None:
    """Sorry comes first, then what happens with the question, then a person."""
    guardian.says("历下报名要带什么材料")

    said = guardian.says(words)

    assert "对不起，没帮上您" in said
    assert "记下来了" in said


def test_child_is_asked_again_when_the_guardian_means_another(guardian: Guardian) -> None:
    """Another child, before anything was filed."""
    to_submission(guardian)

    guardian.says("换个孩子")

    assert any("⟦child:" in choice for choice in guardian.choices)


def test_enrolment_begins_anew_when_another_child_comes_after_the_first_was_filed(guardian: Guardian) -> None:
    """What was filed stays."""
    to_submission(guardian)
    guardian.picks("确认提交")

    said = guardian.says("给另一个孩子报")

    assert "已经提交的报名不受影响" in said
