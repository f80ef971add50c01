"""What is no message gets a kind sentence, and the engine is left alone."""

from __future__ import annotations

import pytest

from bot import words
from bot.guard import LONGEST, refuse_kindly, tidy
from bot.messages import Outbound


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", words.EMPTY),
        ("👍", words.NO_WORDS),
        ("😀😀👨‍👩‍👧", words.NO_WORDS),
        ("？？？", words.NO_WORDS),
        ("/", words.NO_WORDS),
        ("长" * LONGEST, words.TOO_LONG),
    ],
)
def test_guard_gives_a_kind_sentence_when_there_is_nothing_to_answer(text: str, sentence: Outbound) -> None:
    """Empty, emoji-only and endless messages each have their own sentence."""
    assert refuse_kindly(text) == sentence


@pytest.mark.parametrize("text", ["好", "2", "ok", "好👌", "长" * (LONGEST - 1)])
def test_guard_lets_pass_when_there_is_a_word(text: str) -> None:
    """Anything with a letter or a digit is a message."""
    assert refuse_kindly(text) is None


def test_tidy_takes_out_what_nobody_means_when_a_text_holds_it() -> None:
    """Control characters, half characters and our own marks go, line breaks stay."""
    assert tidy(" 你\x00好\ud800⟦child:1⟧\n再见\x1b ") == "你好child:1\n再见"
