"""Understands which offered choice a message picks: by its value, its words or its number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bot.messages import Choice

_NUMERALS = "一二三四五六七八九十"
_NUMBER = re.compile(
    rf"(?:我?(?:选|要|选择|按|回复))?第?(?P<number>\d{{1,2}}|[{_NUMERALS}])(?:个|项|条|号|种|吧|个吧)?"
)
_DECORATION = re.compile(r"[\s。.，,、！!？?：:；;“”\"'‘’()（）\[\]【】]+")


def picked(text: str, offered: Sequence[Choice]) -> str | None:
    """The value of the choice that a message picks, else None."""
    if not offered:
        return None
    for choice in offered:
        if text == choice.value:
            return choice.value
    bare = _bare(text)
    same = {choice.value for choice in offered if bare and bare == _bare(choice.title)}
    if len(same) == 1:
        return same.pop()
    number = _number(bare)
    return offered[number - 1].value if 1 <= number <= len(offered) else None


def without_slash(text: str) -> str:
    """Take the leading slashes off a message nobody offered: they would be a command to the engine."""
    return re.sub(r"^[\s/／]+", "", text)


def _number(bare: str) -> int:
    match = _NUMBER.fullmatch(bare)
    if match is None:
        return 0
    number = match["number"]
    return int(number) if number.isascii() else _NUMERALS.index(number) + 1


def _bare(text: str) -> str:
    return _DECORATION.sub("", unicodedata.normalize("NFKC", text)).casefold()
