"""Provinces, cities and counties around a plan's county, to notice an address that lies elsewhere.

The names come from the region codes (GB/T 2260) of python-stdnum, which also checks ID numbers here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import Final

from stdnum import numdb

from enrolment.model.zoning.address.normalise import normalise

_SUFFIX: Final = re.compile("(?:省|市|区|县|地区|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
_SHORTEST: Final = 2
_FORMER: Final = re.compile(r"\[\d*-\d+\]")
_PERIOD: Final = re.compile(r"\[\d*-\d*\]")
_NO_NAME: Final = re.compile("^(?:市辖区|县|省直辖|自治区直辖)")
# 市北, 城中 and the like begin other words: 烟台市北马路.
_UNCLEAR_WHEN_SHORT: Final = re.compile("^(?:[市城][东西南北中关]|郊)")
# Development zones are in no list of region codes; nor are counties named after this list.
_UNLISTED: Final = re.compile(
    "高新(?:技术产业开发)?区|(?:经济(?:技术)?)?开发区"
    "|[一-龥]{1,2}[^小社园城新老片学校厂院街市辖活住舍属墅务业景假税军中东南西北上下前后一二三四五六七八九十0-9][区县]"
)
_BEFORE_AN_ADDRESS: Final = tuple("住在是于从址,")
_STREET_BEHIND: Final = re.compile("[东西南北中]?大?(?:[路街巷道]|胡同)")


class Whereabouts(Enum):
    """Where an address lies, as far as the regions it names tell."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Regions:
    """The names of a county with its city and province, and of the regions an address may name instead.

    Short names (青岛, 李沧) stand for a region only in some places: they are most often part of a road's
    name. `above` are the provinces and cities, short or not, that a county's short name can follow.
    """

    own: frozenset[str]
    others: frozenset[str]
    short_cities: frozenset[str]
    short_neighbours: frozenset[str]
    short_counties: frozenset[str]
    provinces: frozenset[str]
    above: frozenset[str]
    longest: int
    stems: frozenset[str]
    """What the names begin with, to pass over most of a text quickly."""

    def end_of_name(self, text: str) -> bool:
        """Whether a text ends with the name of a region: 济南泉城路 names no 南泉城路."""
        known = (self.own, self.others, self.short_cities, self.short_neighbours)
        lengths = range(_SHORTEST, self.longest + 1)
        return any(text[-length:] in names for length in lengths for names in known)

    def whereabouts(self, text: str, place: tuple[int, int] | None) -> Whereabouts:
        """Say where the last regions named before a place (or anywhere, without one) put an address."""
        start = len(text) if place is None else place[0]
        run, is_clear = self._last_run(text[:start], ends_at_place=place is not None)
        if not run and place is not None:
            behind, _ = self._last_run(text[place[1] :], ends_at_place=False)
            run = [name for name in behind if name in self.others]
        if any(name not in self.own for name in run):
            return Whereabouts.ELSEWHERE
        return Whereabouts.HERE if is_clear else Whereabouts.UNCLEAR

    def _last_run(self, text: str, *, ends_at_place: bool) -> tuple[list[str], bool]:
        """Collect the last names that stand side by side, and say whether nothing behind them is unclear.

        A short name that stands alone counts only right before the place, as in 青岛解放路; where an address
        begins with it, as in 青岛啤酒厂解放路, it is unclear; anywhere else (大海阳小区) it is no region.
        """
        last: list[str] = []
        is_clear = True
        run: list[str] = []
        at = end = 0
        while at < len(text):
            name = self._name_at(text, at, run[-1] if run and at == end else None)
            if name is None:
                at += 1
                continue
            run = [*run, name] if run and at == end else [name]
            at = end = at + len(name)
            if len(run) > 1 or not self._is_short(name) or (ends_at_place and end == len(text)):
                last, is_clear = run, True
            elif end == len(name) or text[: end - len(name)].endswith(_BEFORE_AN_ADDRESS):
                is_clear = False
        return last, is_clear

    def _is_short(self, name: str) -> bool:
        return name in self.short_cities or name in self.short_neighbours

    def _name_at(self, text: str, at: int, before: str | None) -> str | None:
        if name := self._longest_at(text, at, self.own, self.others):
            return name
        if (at == 0 or before in self.above) and (match := _UNLISTED.match(text, at)):
            name = match[0]
            if not any(each in name for each in self.own):
                return name
        name = self._longest_at(text, at, *self._short_after(before))
        return None if name is None or _STREET_BEHIND.match(text, at + len(name)) else name

    def _short_after(self, before: str | None) -> tuple[frozenset[str], ...]:
        """The short names that can follow a name: a city a province, a county a city, nothing a county."""
        if before is None:
            return self.short_cities, self.short_neighbours
        if before in self.provinces:
            return self.short_cities, self.short_counties
        return (self.short_counties,) if before in self.above else ()

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
    counties = frozenset(chain.from_iterable(map(_province_counties, provinces)))
    others = _full((*_provinces(), *_cities(), *counties)) - own
    short_cities = _short((*_provinces(), *_cities())) - own - others
    short_counties = _short(counties) - own - others
    stems = frozenset(name[:_SHORTEST] for name in own | others | short_cities | short_counties)
    return Regions(
        own,
        others,
        short_cities,
        _short(chain.from_iterable(map(_counties, cities))) - own - others,
        short_counties,
        _with_short(_provinces()),
        _with_short((*_provinces(), *_cities())),
        max(map(len, own | others)),
        stems,
    )


def _full(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in map(normalise, names) if len(name) >= _SHORTEST)


def _short(names: Iterable[str]) -> frozenset[str]:
    short = (_SUFFIX.sub("", name) for name in _full(names))
    return frozenset(name for name in short if len(name) >= _SHORTEST and not _UNCLEAR_WHEN_SHORT.match(name))


def _with_short(names: Iterable[str]) -> frozenset[str]:
    full = _full(names)
    return full | _short(full)


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
