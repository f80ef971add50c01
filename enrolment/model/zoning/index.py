"""The zones of one stage, looked up by the names that stand in an address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from enrolment.model.zoning.address.normalise import spellings
from enrolment.model.zoning.address.numerals import CHARACTERS
from enrolment.model.zoning.zone import Part, RoadRange, Zone

_STEM = 2
_NUMBERS = frozenset("0123456789" + CHARACTERS)


class SchoolLike(Protocol):
    """What an index needs to know of a school."""

    @property
    def key(self) -> str:
        """The school's key in its plan."""

    @property
    def name(self) -> str:
        """The school's name."""

    @property
    def zone(self) -> Zone:
        """What belongs to the school."""


class PlaceKind(StrEnum):
    """What a place is, and so what its numbers are: street numbers or buildings."""

    ROAD = "road"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class Place:
    """A road or community of some zone: per school what it takes of it, and what it leaves out."""

    kind: PlaceKind
    name: str
    taken: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))
    left_out: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place's name as it stands in an address, from `start` up to `end`."""

    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ZoneIndex:
    """Every place of the zones by its spellings; built once per stage of a plan."""

    schools: tuple[str, ...]
    example_road: str | None
    """A road of the zones, to show a guardian how an address is written."""
    _places: Mapping[str, tuple[Place, ...]]
    _lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, schools: Iterable[SchoolLike]) -> ZoneIndex:
        """Build the index of the schools of one stage."""
        keys: list[str] = []
        found: dict[tuple[PlaceKind, str], Place] = {}
        named: defaultdict[str, dict[PlaceKind, Place]] = defaultdict(dict)
        for school in schools:
            keys.append(school.key)
            for kind, part, is_taken in _parts(school.zone):
                name = part.road if isinstance(part, RoadRange) else part.name
                plain, digits = spellings(name)
                place = found.setdefault((kind, digits), Place(kind, name))
                (place.taken if is_taken else place.left_out)[school.key].append(part)
                named[plain][kind] = named[digits][kind] = place
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in named:
            lengths[name[:_STEM]].add(len(name))
        return cls(
            tuple(keys),
            next((place.name for place in found.values() if place.kind is PlaceKind.ROAD), None),
            {name: tuple(places.values()) for name, places in named.items()},
            {stem: tuple(sorted(each, reverse=True)) for stem, each in lengths.items()},
        )

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Find the places a normalised address names, in its order; of two that overlap, the longer."""
        kept: list[tuple[int, int]] = []
        for start, end in sorted(self._spans(text), key=lambda span: (span[0] - span[1], span[0])):
            if all(end <= other[0] or other[1] <= start for other in kept):
                kept.append((start, end))
        return tuple(
            Mention(place, start, end)
            for start, end in sorted(kept)
            for place in self._places[text[start:end]]
        )

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        for start in range(len(text) - 1):
            # 十三里河路 is not 三里河路: a number that goes on to the left is another one.
            if start and text[start] in _NUMBERS and text[start - 1] in _NUMBERS:
                continue
            for length in self._lengths.get(text[start : start + _STEM], ()):
                if text[start : start + length] in self._places:
                    yield start, start + length
                    break


def _parts(zone: Zone) -> Iterator[tuple[PlaceKind, Part, bool]]:
    for community in zone.communities:
        yield PlaceKind.COMMUNITY, community, True
    for road in zone.roads:
        yield PlaceKind.ROAD, road, True
    for community in zone.except_communities:
        yield PlaceKind.COMMUNITY, community, False
    for road in zone.except_roads:
        yield PlaceKind.ROAD, road, False
