"""Read the street number or the building that stands behind a place's name in an address."""

from __future__ import annotations

import re
from typing import Final

from enrolment.model.zoning.address.numerals import CHARACTERS, LONGEST, read_numeral
from enrolment.model.zoning.index import Mention, PlaceKind

_BESIDE: Final = r"(?:[路街]?[东西南北](?:侧|面|边|段|头|首)?|中段|门牌号?码?|的|是|第|,|[甲乙丙丁])*"
_DIGITS: Final = rf"(?P<digits>[0-9]{{1,{LONGEST}}}+)"
# 3号楼 behind a road is a building whose street number is not said; 101号 and 101-2 are street numbers.
_STREET: Final = re.compile(
    rf"{_BESIDE}(?:{_DIGITS}(?=号(?!楼)|-|之|,|弄|院|附|[甲乙丙丁]|$)"
    rf"|(?P<numeral>[{CHARACTERS}]+)(?=-|之|,|院|$))"
)
_INSIDE: Final = r"(?:小区|家属院|宿舍|院内|院|里面?|的|第|,)*"
# People also write building, unit and flat in one go: 5-2-301.
_BUILDING: Final = re.compile(rf"{_INSIDE}{_DIGITS}(?:号?[楼栋幢座]|#|号(?!院)|-[0-9]+(?:-|$))")


def number_behind(mention: Mention, text: str, until: int) -> int | None:
    """Give the number of a mentioned place, or None when it has none or it stands behind other words.

    A sub-number (12-1号, 12号之3) belongs to its number. Nothing is read past `until`: another place.
    """
    pattern = _STREET if mention.place.kind is PlaceKind.ROAD else _BUILDING
    match = pattern.match(text, mention.end, until)
    if match is None:
        return None
    groups = match.groupdict()
    digits, numeral = groups["digits"], groups.get("numeral")
    return int(digits) if digits else read_numeral(numeral or "")
