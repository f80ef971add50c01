"""A choice is picked by value, by its words or by its number, in the ways people type."""

from __future__ import annotations

import pytest

from bot.choices import picked, without_slash
from bot.messages import Choice

OFFERED = (
    Choice("全部同意", '/inform{"consent_scope": "all"}'),
    Choice("我要挑选", '/inform{"consent_scope": "some"}'),
    Choice("都不同意", '/inform{"consent_scope": "none"}'),
)


@pytest.mark.parametrize(
    "text",
    [
        "2", "２", " 2 ", "2.", "2、", "二", "第二个", "第2个", "选2", "我选第二个", "②", "第二项", "2吧",
        "我要挑选", "“我要挑选”", "我要 挑选。", '/inform{"consent_scope": "some"}',
    ],
)  # fmt: skip
def test_choice_is_picked_when_it_is_named_in_any_usual_way(text: str) -> None:
    """All of these mean the second choice."""
    assert picked(text, OFFERED) == OFFERED[1].value


@pytest.mark.parametrize(
    "text", ["4", "0", "第十个", "同意", "12岁", "2020年", "2号楼2单元", "", "要带房产证吗", "99"]
)
def test_choice_is_not_picked_when_the_message_says_something_else(text: str) -> None:
    """Numbers out of range and other sentences go to the engine."""
    assert picked(text, OFFERED) is None


def test_number_is_not_a_choice_when_nothing_was_offered() -> None:
    """Without choices, "2" is only a 2."""
    assert picked("2", ()) is None


def test_words_pick_nothing_when_two_choices_have_the_same_words() -> None:
    """Twins with the same masked name are told apart by number only."""
    twins = (Choice("*轩", "/a"), Choice("*轩", "/b"))
    assert picked("*轩", twins) is None
    assert picked("2", twins) == "/b"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("/restart", "restart"),
        ("//restart", "restart"),
        (" / /x", "x"),
        ("／restart", "restart"),
        ("a/b", "a/b"),
    ],
)
def test_leading_slash_is_taken_off_when_nobody_offered_the_message(text: str, safe: str) -> None:
    """A guardian cannot command the engine."""
    assert without_slash(text) == safe
