"""What belongs to a school: communities or some of their buildings, roads or some of their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class CommunityPart:
    """A community, or its buildings `first_building` to `last_building` (inclusive)."""

    name: str
    first_building: int | None = None
    last_building: int | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone of a school: what it takes in, less what it leaves out of that."""

    communities: tuple[CommunityPart, ...] = ()
    roads: tuple[RoadRange, ...] = ()
    except_communities: tuple[CommunityPart, ...] = ()
    except_roads: tuple[RoadRange, ...] = ()
