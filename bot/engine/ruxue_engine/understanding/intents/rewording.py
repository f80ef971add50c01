"""Writes an example as somebody else might: hurried, by voice, in dialect, with a word before and after.

The classifier learns each example as it was written and, by turns, as it was reworded here: slips of the
keyboard and of dictation (characters that sound alike in Shandong, where zh, ch and sh are z, c and s to
many), everyday words, courtesies around it, and no punctuation. What a message wants stays what it was.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_TABLES = Path(__file__).with_name("rewording.yml")
_SOUNDS = Path(__file__).with_name("same_sound.txt")
_PUNCTUATION = re.compile(r"[,，。?？!！、;；:：]")
# How often each thing happens to an example.
_EVERYDAY, _SLIPS, _OPENING, _ENDING, _UNPUNCTUATED = 0.3, 0.5, 0.35, 0.3, 0.5
_WORDS_TRIED = 5
# Shorter messages are a word or two: a slip would make them another, and nobody wraps them up.
_SHORTEST, _LONG = 6, 12


@dataclass(frozen=True)
class _Tables:
    openings: Sequence[str]
    endings: Sequence[str]
    everyday: Mapping[str, Sequence[str]]
    alike: Mapping[str, str]


def reworded(text: str, chance: random.Random) -> str:
    """The same message as another would write it; very short ones stay as they are."""
    if len(text) < _SHORTEST:
        return text
    tables = _tables()
    if chance.random() < _EVERYDAY:
        for word in chance.sample(list(tables.everyday), _WORDS_TRIED):
            text = text.replace(word, chance.choice(tables.everyday[word]), 1)
    if chance.random() < _SLIPS:
        text = _with_slips(text, tables.alike, chance)
    if chance.random() < _OPENING:
        text = f"{chance.choice(tables.openings)}{chance.choice(('，', ''))}{text}"
    if chance.random() < _ENDING:
        text = f"{text}，{chance.choice(tables.endings)}"
    return _PUNCTUATION.sub("", text) if chance.random() < _UNPUNCTUATED else text


def _with_slips(text: str, alike: Mapping[str, str], chance: random.Random) -> str:
    """One wrong character, or up to three in a longer text."""
    characters = list(text)
    for place in chance.sample(range(len(text)), 1 if len(text) < _LONG else chance.randint(1, 3)):
        others = alike.get(characters[place])
        if others:
            characters[place] = chance.choice(others)
    return "".join(characters)


@cache
def _tables() -> _Tables:
    told = yaml.safe_load(_TABLES.read_text(encoding="utf-8"))
    alike = {
        character: line.replace(character, "")
        for line in _SOUNDS.read_text(encoding="utf-8").split()
        for character in line
    }
    return _Tables(told["openings"], told["endings"], told["everyday"], alike)
