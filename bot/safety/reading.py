"""Makes a message readable for the engine, or says why it could not read it: links, insults, English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot.safety.insults import without_insults
from bot.safety.pinyin import from_pinyin
from bot.safety.simplified import simplified

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s，。；！？、“”（）《》]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|xyz|top|cc|vip)\b(?:/[^\s，。；！？、]*)?",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_SHORT_WORDS = re.compile(r"(?:okay|thanks?|thank you|hello|bye+|sorry|yeah)[.!~ ]*", re.IGNORECASE)


class Unread(Enum):
    """What a message is that the engine could not read."""

    LINKS = auto()
    FOREIGN = auto()
    INSULTS = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine is to read; `unread` says why it need not be asked, None where it is to be."""

    text: str
    unread: Unread | None = None


def read(text: str) -> Reading:
    """Read a message of a guardian; commands of our own choices do not come this way."""
    linkless = _LINK.sub(" ", text)
    if not any(character.isalnum() for character in linkless):
        return Reading(text, Unread.LINKS)
    said = simplified(linkless).strip()
    if not _HAN.search(said):
        said = from_pinyin(said)
        if not _HAN.search(said) and _LETTERS.search(said) and not _SHORT_WORDS.fullmatch(said):
            return Reading(text, Unread.FOREIGN)
    calm = without_insults(said)
    return Reading(calm) if calm else Reading(text, Unread.INSULTS)
