"""Finds the counties served that a message names: by name, with or without their city, or by code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from enrolment.model.plan import Plan

ANY_OF = "|"
"""Stands between the codes that one name may mean, and at the end where it may mean none of them."""
# 芝罘路 and 烟台大街 are streets, wherever they are.
_STREET = re.compile(r"[东南西北中]?[一二三四五六七八九]?路|大?街")
# The signs of the province's places as families of Hong Kong and Taiwan write them.
_SIMPLIFIED = str.maketrans(
    "歷滄區縣濟煙臺島東萊陽雲萬樂單棗濰臨嶧鄒莊蘭龍興長壽鄆鄄營縉開發",
    "历沧区县济烟台岛东莱阳云万乐单枣潍临峄邹庄兰龙兴长寿郓鄄营缙开发",
)


class _Area(NamedTuple):
    """What of a plan says where it holds."""

    code: str
    province: str
    city: str
    names: tuple[str, ...]


class Phrases(NamedTuple):
    """Every way to name a county served, with the codes it may mean, and the length of the longest."""

    codes: Mapping[str, frozenset[str]]
    longest: int


def named_counties(text: str, served: Sequence[Plan]) -> list[dict[str, str]]:
    """The counties named in a message, each with its code and its name there, in simplified signs.

    A name that fits several (a district every city has) has all their codes, unless the message also names
    one of them. A city has those of its counties and ends with ANY_OF: it may be a county not served.
    """
    phrases = phrases_of(served)
    bare = text.strip()
    if bare in {plan.county for plan in served}:
        return [{"code": bare, "name": bare}]
    found = list(_found(text.translate(_SIMPLIFIED), phrases))
    certain = {code for _, codes in found if len(codes) == 1 for code in codes}
    return [
        {"code": ANY_OF.join(sorted(codes & certain or codes, reverse=True)), "name": name}
        for name, codes in dict(found).items()
    ]


def phrases_of(served: Sequence[Plan]) -> Phrases:
    """Prepare the names of the counties served, once for each set of plans."""
    return _phrases(
        tuple(
            _Area(plan.county, plan.province_name, plan.city_name, (plan.county_name, *plan.other_names))
            for plan in served
        )
    )


@lru_cache(maxsize=4)
def _phrases(areas: tuple[_Area, ...]) -> Phrases:
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for area in areas:
        cities = {area.city, area.city.removesuffix("市")} - {""}
        provinces = {"", area.province, area.province.removesuffix("省")}
        for city in cities:
            for province in provinces:
                codes[f"{province}{city}"] |= {area.code, ""}
                for name in area.names:
                    codes[f"{province}{city}{name}"].add(area.code)
        for name in area.names:
            codes[name].add(area.code)
    known = {phrase: frozenset(those) for phrase, those in codes.items() if len(phrase) > 1}
    return Phrases(known, max(map(len, known), default=0))


def _found(text: str, phrases: Phrases) -> Iterator[tuple[str, frozenset[str]]]:
    """Go through a text, the longest name first wherever one begins."""
    place = 0
    while place < len(text):
        reach = min(phrases.longest, len(text) - place)
        lengths = (length for length in range(reach, 1, -1) if text[place : place + length] in phrases.codes)
        length = next(lengths, 0)
        if length and not _STREET.match(text, place + length):
            name = text[place : place + length]
            yield name, phrases.codes[name]
        place += length or 1
