"""The signs of a message that the classifier weighs: its characters, pairs of them, and its words."""

import logging
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import jieba

from ruxue_engine.understanding.intents.plain import plain, without_fillers

jieba.setLogLevel(logging.WARNING)
_DICTIONARY = Path(__file__).with_name("words.txt")
_SIGN = re.compile(r"\w")
_LONGEST_PIECE = 2


def signs_of(text: str) -> set[str]:
    """Find every sign of a message once; where a message has none that say anything, the set is empty."""
    said = without_fillers(plain(text))
    words = [word for word in cutter().lcut(said) if _SIGN.match(word)]
    pairs = pairwise(words)
    return {
        *pieces(said, _LONGEST_PIECE),
        *(f"w:{word}" for word in words),
        *(f"w:{a}_{b}" for a, b in pairs),
    }


def core_of(text: str) -> str:
    """What is left of a message without courtesies and punctuation."""
    return "".join(_SIGN.findall(without_fillers(plain(text))))


def pieces(text: str, longest: int) -> Iterator[str]:
    """Every run of 1 to `longest` characters."""
    for length in range(1, longest + 1):
        for start in range(len(text) - length + 1):
            yield text[start : start + length]


@cache
def cutter() -> jieba.Tokenizer:
    """Jieba with the words of enrolment, which its own dictionary cuts apart."""
    made = jieba.Tokenizer()
    made.initialize()
    for word in _DICTIONARY.read_text(encoding="utf-8").split():
        made.add_word(word)
    return made
