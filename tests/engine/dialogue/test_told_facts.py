"""Facts told in free words, on the real model: read back at once, and mended by saying what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardian import Guardian

CASE = "我家孩子2020年10月出生，户口不在历下，租房住，社保交了八个月，居住证办了一年，想报小学"


def test_everything_told_is_read_back_when_one_message_tells_a_case(guardian: Guardian) -> None:
    """In one sentence, with the way to mend it."""
    said = guardian.says(CASE)

    assert "户口不在历下区" in said
    assert "居住证办了1年" in said
    assert "社保交了8个月" in said
    assert "不对的您直接说" in said


def test_told_fact_is_mended_when_the_guardian_says_what_is_wrong(guardian: Guardian) -> None:
    """By naming it and saying the new value."""
    guardian.says(CASE)

    assert "社保交了9个月" in guardian.says("社保那个说错了，是交了九个月")


def test_facts_besides_the_question_are_taken_when_a_form_waits(guardian: Guardian) -> None:
    """Nobody is told that they were not understood for telling more."""
    guardian.says("想给孩子报小学")

    said = guardian.says("我们是双职工，社保交了八个月，居住证也有")

    assert "社保交了8个月" in said
    assert "没看明白" not in said


def test_years_are_offered_when_only_an_age_is_told(guardian: Guardian) -> None:
    """A six-year-old was born in one of two years."""
    guardian.says("想给孩子报小学，在历下区")

    guardian.says("孩子六岁了")

    assert {"2020年", "2021年"} <= set(guardian.choices)
