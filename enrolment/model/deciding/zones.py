"""Find the school whose zone an address lies in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from enrolment.model.decision import SchoolMatch
from enrolment.model.plan import Plan, RoadRange, School, Stage

_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TEN_THOUSAND = 10_000
# Only numerals before one of these are numbers: 经十路 and 千佛山 keep theirs.
_NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百千万]+(?=(?:[-之]\d+)?(?:号|弄|栋|幢|单元|室))")


def find_school(plan: Plan, stage: Stage, address: str) -> SchoolMatch:
    """Say which school an address belongs to, or which ones it could be.

    The reason names the road or the community of the zone, never the house number: it is shown in chats.
    """
    text = normalise(address)
    schools = [school for school in plan.schools if school.stage is stage]
    elsewhere = re.search(rf"{plan.city_name}(?!{plan.county_name})[^市]{{2,4}}?[区县]", text)
    if elsewhere:
        return SchoolMatch(None, f"这个地址不在{plan.county_name}。", ())
    for school in schools:
        for community in school.zone.communities:
            if community in text:
                return SchoolMatch(school.key, f"{community}在这所学校的学区里", ())
    return _by_road(schools, text)


def normalise(address: str) -> str:
    """Write an address one way: half width, no blanks, street numbers in Arabic digits."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", address))
    return _NUMERAL.sub(lambda match: str(_number(match[0])), text)


def _by_road(schools: list[School], text: str) -> SchoolMatch:
    roads = {part.road for school in schools for part in school.zone.roads}
    road = max((road for road in roads if road in text), key=len, default=None)
    if road is None:
        names = tuple(school.key for school in schools)
        return SchoolMatch(None, "从地址里没有找到招生范围里的小区或道路，需要工作人员核对。", names)
    candidates = [school for school in schools if any(part.road == road for part in school.zone.roads)]
    number = re.search(rf"{re.escape(road)}(?:东侧|西侧|南侧|北侧)?(\d+)", text)
    if number is None:
        return SchoolMatch(None, f"{road}分属几所学校，要看门牌号。", _keys(candidates))
    for school in candidates:
        for part in school.zone.roads:
            if part.road == road and contains(part, int(number[1])):
                return SchoolMatch(school.key, f"{_spoken(part)}在这所学校的学区里", ())
    reason = f"{road}的这个门牌号不在任何学区里，需要工作人员核对。"
    return SchoolMatch(None, reason, _keys(candidates))


def contains(part: RoadRange, number: int) -> bool:
    """Whether a street number lies in a range of a road, on its side of the street."""
    if not part.first <= number <= part.last:
        return False
    return part.parity == "all" or (number % 2 == 1) == (part.parity == "odd")


def _spoken(part: RoadRange) -> str:
    side = {"odd": "单号", "even": "双号"}.get(part.parity, "")
    return f"{part.road}{part.first}号到{part.last}号{side}"


def _keys(schools: Iterable[School]) -> tuple[str, ...]:
    return tuple(school.key for school in schools)


def _number(numeral: str) -> int:
    """Read 八十八, 一百零五, 一万两千, or digit by digit 一二三."""
    if not set(numeral) & {*_UNITS, "万"}:
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, section, digit = 0, 0, 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character == "万":
            total, section, digit = (section + digit) * _TEN_THOUSAND, 0, 0
        else:
            section += (digit or 1) * _UNITS[character]
            digit = 0
    return total + section + digit
