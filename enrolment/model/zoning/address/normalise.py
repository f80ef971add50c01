"""Write an address one way, so that writing makes no difference to which school it belongs to."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from enrolment.model.zoning.address.numerals import CHARACTERS, read_numeral

# A certificate's address is under a hundred characters; a longer message is no address.
_LONGEST: Final = 200

_SIGNS: Final = str.maketrans({**dict.fromkeys("‐‑‒–—―−~", "-"), "○": "〇", "◯": "〇"})
_OPENING, _CLOSING = "([{【〔〖「『《<", ")]}】〕〗」』》>"
_ASIDE: Final = re.compile(
    f"[{re.escape(_OPENING)}][^{re.escape(_OPENING + _CLOSING)}]*[{re.escape(_CLOSING)}]"
)
_NUMBER: Final = f"[0-9{CHARACTERS}]"
_DASH_BETWEEN_WORDS: Final = re.compile(f"-(?!{_NUMBER})|(?<!{_NUMBER})-")
_BETWEEN_NUMBERS: Final = re.compile(rf"(?<={_NUMBER})[^\w#-]+(?={_NUMBER})")
_BETWEEN_WORDS: Final = re.compile(r"[^\w#,-]+")
# Only numerals before one of these are numbers: 经十路 and 千佛山 keep theirs.
_NUMERAL: Final = re.compile(
    rf"[{CHARACTERS}]+(?=(?:[-之]{_NUMBER}+)?(?:号|弄|栋|幢|座|楼|单元|室|层|区|期|#))"
)
_ANY_NUMERAL: Final = re.compile(f"[{CHARACTERS}]+")


def normalise(address: str, *, asides: bool = False) -> str:
    """Write an address half width and without blanks, its numbers in Arabic digits.

    What stands in brackets is left out unless `asides`: it tells what a house once was, or is near to.
    A blank or a comma between two numbers stays as a comma, so that they do not become one.
    """
    text = unicodedata.normalize("NFKC", address[:_LONGEST])[:_LONGEST].translate(_SIGNS).upper()
    if not asides:
        text = _ASIDE.sub(" ", text)
    text = _BETWEEN_WORDS.sub("", _BETWEEN_NUMBERS.sub(",", text.replace(",", " ")))
    return _NUMERAL.sub(_in_digits, _DASH_BETWEEN_WORDS.sub("", text))


# The index and every check of a plan spell the same names; a county has a few thousand.
@lru_cache(maxsize=16_384)
def spellings(name: str) -> tuple[str, str]:
    """Give the two ways to write a place's name: as it is normalised, and with every numeral in digits.

    The second is the same for 经十路 and 经10路.
    """
    plain = normalise(name)
    return plain, _ANY_NUMERAL.sub(_in_digits, plain)


def _in_digits(match: re.Match[str]) -> str:
    number = read_numeral(match[0])
    if number is None:
        return match[0]
    touches = match.string[: match.start()][-1:]
    return f",{number}" if touches.isascii() and touches.isdigit() else str(number)
