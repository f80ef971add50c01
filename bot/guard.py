"""Answers what is no message for the engine: nothing, only pictures of faces, or a whole book."""

from __future__ import annotations

import unicodedata

from bot import words
from bot.messages import Outbound

LONGEST = 5_000
_KEPT_CONTROLS = "\n\t"
# Control signs, half signs, and marks that nobody sees: zero-width ones and turns of the writing direction.
_NEVER_MEANT = frozenset({"Cc", "Cs", "Cf"})


def tidy(text: str) -> str:
    """Take out what no writer means: what nobody sees, half characters, and our own reference marks."""
    whole = text.encode("utf-8", "ignore").decode()
    return "".join(character for character in whole if _meant(character)).strip()


def refuse_kindly(text: str) -> Outbound | None:
    """A sentence for a tidied text that the engine should not see, else None."""
    if not text:
        return words.EMPTY
    if len(text) >= LONGEST:
        return words.TOO_LONG
    if not any(character.isalnum() for character in text):
        return words.NO_WORDS
    return None


def _meant(character: str) -> bool:
    if character in "⟦⟧":
        return False
    return character in _KEPT_CONTROLS or unicodedata.category(character) not in _NEVER_MEANT
