"""Which places of the zones an address is at, with which number, and how each school stands to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from enrolment.model.truth import Truth, all_of, any_of
from enrolment.model.zoning.address.numbers import number_behind
from enrolment.model.zoning.address.regions import Regions
from enrolment.model.zoning.containing import contains
from enrolment.model.zoning.index import Mention, PlaceKind, ZoneIndex

# 南千佛山小区 is not 千佛山小区.
_ANOTHER_BEFORE: Final = tuple("东西南北新老小")
_OFFICE: Final = "街道|社区|居委|办事处|派出所"
_NOT_AT_ROAD: Final = re.compile(_OFFICE)
_NOT_AT_COMMUNITY: Final = re.compile(
    rf"{_OFFICE}|[东西南北中]?[一二三四五六七八九十]?大?(?:[路街巷]|胡同)"
    "|[东西南北]?门?(?:对面|对过|旁|附近|隔壁)"
)


@dataclass(frozen=True, slots=True)
class Located:
    """A place the address is at, and per school whether the place's number there is the school's.

    `left_out` are the schools whose zone leaves just this out, whatever else of the address it takes in.
    """

    mention: Mention
    number: int | None
    standing: dict[str, Truth]
    left_out: frozenset[str]

    @property
    def is_community(self) -> bool:
        """Whether the place is a community and not a road."""
        return self.mention.place.kind is PlaceKind.COMMUNITY

    def schools(self, truth: Truth) -> frozenset[str]:
        """The schools that stand so to the place."""
        return frozenset(school for school, standing in self.standing.items() if standing is truth)


def places_in(index: ZoneIndex, regions: Regions, text: str) -> tuple[list[Mention], list[Mention]]:
    """Give the places an address is at, and those it may only be near to or named after."""
    sure: list[Mention] = []
    unsure: list[Mention] = []
    for mention in index.mentions(text):
        before = text[: mention.start]
        another = before.endswith(_ANOTHER_BEFORE) and not regions.end_of_name(before)
        not_at = _NOT_AT_ROAD if mention.place.kind is PlaceKind.ROAD else _NOT_AT_COMMUNITY
        (unsure if another or not_at.match(text, mention.end) else sure).append(mention)
    return sure, unsure


def locate(mention: Mention, others: Iterable[Mention], text: str) -> Located:
    """Read the number of a mentioned place and compare it with every zone the place is in."""
    until = min((each.start for each in others if each.start >= mention.end), default=len(text))
    number = number_behind(mention, text, until)
    place = mention.place
    standing = {
        school: any_of(contains(part, number) for part in parts) for school, parts in place.taken.items()
    }
    left_out: set[str] = set()
    for school, parts in place.left_out.items():
        without = any_of(contains(part, number) for part in parts)
        if without is Truth.TRUE:
            left_out.add(school)
        if school in standing:
            standing[school] = all_of((standing[school], ~without))
    return Located(mention, number, standing, frozenset(left_out))


def taking(mentions: Sequence[Mention]) -> frozenset[str]:
    """The schools that take in any part of some places."""
    return frozenset(school for mention in mentions for school in mention.place.taken)
