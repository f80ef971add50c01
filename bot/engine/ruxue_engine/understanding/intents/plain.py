"""Writes a message the one way the classifier reads, whatever keyboard, voice or script it came from."""

import re
import unicodedata
from functools import cache

from opencc import OpenCC

# Format and control characters (zero width, direction marks), pictures and their modifiers say nothing.
_SILENT = frozenset({"Cf", "Cc", "So", "Sk", "Cs", "Co", "Mn"})
_REPEATED = re.compile(r"(.)\1{2,}")
_SPACES = re.compile(r"\s+(?![0-9a-z])|(?<![0-9a-z])\s+")
_BEFORE = re.compile(
    r"^(?:您好|你好|老师好?|喂|请问(?:一?下)?|麻烦(?:您|你)?(?:问一?下|了)?|那个|就是|嗯+|呃|哎|唉|"
    r"我?(?:就是)?想?(?:咨询|问)(?:您|你)?一?下|[,。!?~、;:\s])+"
)
_AFTER = re.compile(r"(?:谢谢(?:您|你|老师|了|啦)?|多谢|麻烦(?:您|你)?了|[,。!~\s])+$")
# Shorter ones are greetings and thanks themselves.
_SHORTEST_WITHOUT = 4


@cache
def _simplify() -> OpenCC:
    return OpenCC("t2s")


def plain(text: str) -> str:
    """Narrow and simplify all signs, drop what cannot be seen, and shorten what is repeated."""
    narrow = unicodedata.normalize("NFKC", text).lower()
    visible = "".join(sign for sign in narrow if unicodedata.category(sign) not in _SILENT or sign.isspace())
    simplified: str = _simplify().convert(visible)
    return _SPACES.sub("", _REPEATED.sub(r"\1\1", simplified))


def without_fillers(text: str) -> str:
    """Drop greetings before and thanks after what a plain text says; short texts stay whole."""
    rest = _AFTER.sub("", _BEFORE.sub("", text))
    return rest if len(rest) >= _SHORTEST_WITHOUT else text
