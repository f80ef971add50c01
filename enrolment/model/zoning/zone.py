"""What belongs to a school: communities or some of their buildings, roads or some of their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from enrolment.model.zoning.address.numerals import HIGHEST

Parity = Literal["all", "odd", "even"]


@dataclass(frozen=True, slots=True)
class RoadRange:
    """Street numbers `first` to `last` (inclusive) on one side of a road or both.

    None is an open end: a range with neither end is the whole road, with or without a number.
    """

    road: str
    first: int | None = None
    last: int | None = None
    parity: Parity = "all"

    @property
    def ends(self) -> tuple[int, int]:
        """The first and last number; an open end is the lowest or highest number there can be."""
        return _closed(self.first, self.last)


@dataclass(frozen=True, slots=True)
class CommunityPart:
    """A community, or its buildings `first_building` to `last_building` (inclusive)."""

    name: str
    first_building: int | None = None
    last_building: int | None = None

    @property
    def ends(self) -> tuple[int, int]:
        """The first and last building; an open end is the lowest or highest number there can be."""
        return _closed(self.first_building, self.last_building)


Part = RoadRange | CommunityPart


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone of a school: what it takes in, less what it leaves out of that."""

    communities: tuple[CommunityPart, ...] = ()
    roads: tuple[RoadRange, ...] = ()
    except_communities: tuple[CommunityPart, ...] = ()
    except_roads: tuple[RoadRange, ...] = ()


def _closed(first: int | None, last: int | None) -> tuple[int, int]:
    return 0 if first is None else first, HIGHEST if last is None else last
