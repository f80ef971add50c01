"""Provinces, cities and counties around a plan's county, to notice an address that lies elsewhere.

The names come from the region codes (GB/T 2260) of python-stdnum, which also checks ID numbers here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from stdnum import numdb

from enrolment.model.zoning.normalise import normalise

_SUFFIX: Final = re.compile("(?:省|市|区|县|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
_SHORTEST: Final = 2
_FORMER: Final = re.compile(r"\[\d*-\d+\]")
_PERIOD: Final = re.compile(r"\[\d*-\d*\]")
_NO_NAME: Final = re.compile("^(?:市辖区|县|省直辖|自治区直辖)")
# 市北, 城中 and the like begin other words: 烟台市北马路.
_UNCLEAR_WHEN_SHORT: Final = ("市", "城", "郊")
# Development zones are in no list of region codes; nor are counties named after this list.
_UNLISTED: Final = re.compile(
    "高新(?:技术产业开发)?区|(?:经济(?:技术)?)?开发区"
    "|[一-龥]{1,2}[^小社园城新老片学校厂院街市辖活住舍属墅务业景假税军中东南西北上下前后一二三四五六七八九十0-9][区县]"
)


@dataclass(frozen=True, slots=True)
class Regions:
    """The names of a county with its city and province, and of the regions an address may name instead."""

    own: frozenset[str]
    others: frozenset[str]
    short_others: frozenset[str]
    longest: int
    stems: frozenset[str]
    """What the names begin with, to pass over most of a text quickly."""

    def end_of_name(self, text: str) -> bool:
        """Whether a text ends with the name of a region: 济南泉城路 names no 南泉城路."""
        known = (self.own, self.others, self.short_others)
        return any(
            text[-length:] in names for length in range(_SHORTEST, self.longest + 1) for names in known
        )

    def lie_elsewhere(self, text: str, place: tuple[int, int] | None) -> bool:
        """Whether the last regions named before a place (or anywhere, without one) are other ones.

        A short name, as in 青岛李沧书院路, counts only behind another name or right before the place:
        elsewhere it is most often part of a road's name.
        """
        start = len(text) if place is None else place[0]
        run = self._last_run(text[:start], complete_at=None if place is None else start)
        if not run and place is not None:
            run = [name for name in self._last_run(text[place[1] :], complete_at=None) if name in self.others]
        return any(name not in self.own for name in run)

    def _last_run(self, text: str, *, complete_at: int | None) -> list[str]:
        """Collect the last names that stand side by side."""
        last: list[str] = []
        run: list[str] = []
        at = end = 0
        while at < len(text):
            name = self._name_at(text, at, follows=bool(run) and at == end)
            if name is None:
                at += 1
                continue
            run = [*run, name] if at == end else [name]
            at = end = at + len(name)
            if len(run) > 1 or name not in self.short_others or end == complete_at:
                last = run
        return last

    def _name_at(self, text: str, at: int, *, follows: bool) -> str | None:
        if name := self._longest_at(text, at, self.own, self.others):
            return name
        if (at == 0 or follows) and (match := _UNLISTED.match(text, at)):
            name = match[0]
            if not any(each in name for each in self.own):
                return name
        return self._longest_at(text, at, self.short_others)

    def _longest_at(self, text: str, at: int, *lists: frozenset[str]) -> str | None:
        if text[at : at + _SHORTEST] not in self.stems:
            return None
        names = (text[at : at + length] for length in range(self.longest, _SHORTEST - 1, -1))
        return next((name for name in names if any(name in listed for listed in lists)), None)


@lru_cache(maxsize=256)
def regions_around(areas: frozenset[str], names: tuple[str, ...]) -> Regions:
    """Collect the names around a plan's areas (county codes); `names` are the plan's own for them."""
    cities = {area[:4] for area in areas}
    provinces = {area[:2] for area in areas}
    codes = {*areas, *(f"{city}00" for city in cities), *(f"{province}0000" for province in provinces)}
    own = _with_short((*names, *chain.from_iterable(_names(code) for code in codes)))
    siblings = frozenset(chain.from_iterable(map(_counties, cities)))
    listed = chain(_provinces(), _cities(), *map(_province_counties, provinces))
    others = frozenset(map(normalise, listed)) - own
    short = _with_short((*_provinces(), *_cities(), *siblings)) - own - others
    clear = frozenset(name for name in short if not name.startswith(_UNCLEAR_WHEN_SHORT))
    every = own | others | clear
    stems = frozenset(name[:_SHORTEST] for name in every)
    return Regions(own, others, clear, max(map(len, every)), stems)


def _with_short(names: Iterable[str]) -> frozenset[str]:
    plain = [normalise(name) for name in names]
    short = (_SUFFIX.sub("", name) for name in plain)
    return frozenset(name for name in chain(plain, short) if len(name) >= _SHORTEST)


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    return frozenset(chain.from_iterable(_names(f"{code}0000") for code in range(11, 83)))


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    codes = chain.from_iterable(_city_codes(str(code)) for code in range(11, 83))
    return frozenset(chain.from_iterable(_names(f"{code}00") for code in codes))


@lru_cache(maxsize=34)
def _province_counties(province: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_counties, _city_codes(province))))


def _city_codes(province: str) -> list[str]:
    codes = (f"{province}{number:02}" for number in range(1, 100))
    return [code for code in codes if list(_names(f"{code}00"))]


def _counties(city: str) -> Iterator[str]:
    return chain.from_iterable(_names(f"{city}{number:02}") for number in range(1, 100))


def _names(code: str) -> Iterator[str]:
    """The names a code stands for today; without those it stood for before."""
    for _, properties in numdb.get("cn/loc").info(code):
        for name in properties.get("county", "").split(","):
            if name and not _FORMER.match(name) and not _NO_NAME.match(plain := _PERIOD.sub("", name)):
                yield plain
