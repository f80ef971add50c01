"""Read school zones, and refuse an address that would belong to two schools of one stage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from enrolment.model.plan import RoadRange, School, Stage, Zone
from storage.plan_files.errors import Mistake
from storage.plan_files.schema import ZonePart

_ROAD = re.compile(r"(?P<road>\S*[^\d\s])\s*(?P<first>\d+)-(?P<last>\d+)号?\s*(?P<side>单号|双号)?")
_PARITY = {None: "all", "单号": "odd", "双号": "even"}


def read_zone(part: ZonePart, place: str) -> Zone:
    """Read a zone; raise Mistake at a road that cannot be read."""
    roads = tuple(_read_road(text, f"{place}.roads[{at}]") for at, text in enumerate(part.roads))
    return Zone(tuple(part.communities), roads)


def _read_road(text: str, place: str) -> RoadRange:
    match = _ROAD.fullmatch(text)
    if match is None:
        raise Mistake(place, f"cannot read {text!r}; write it like 历山路 1-60 or 泉城路 1-400 单号")
    first, last = int(match["first"]), int(match["last"])
    if first > last:
        raise Mistake(place, f"{text!r} begins after it ends; write the smaller number first")
    return RoadRange(match["road"], first, last, _PARITY[match["side"]])


def refuse_overlaps(schools: Sequence[School]) -> None:
    """Raise Mistake at the first community or street number that lies in two zones of one stage."""
    for stage in Stage:
        placed = [(at, school) for at, school in enumerate(schools) if school.stage is stage]
        taken: dict[str, School] = {}
        ranges: list[tuple[RoadRange, School]] = []
        for at, school in placed:
            for community in school.zone.communities:
                if community in taken:
                    problem = f"{community} is already in the zone of {taken[community].key}"
                    raise Mistake(f"schools[{at}].zone.communities", problem)
                taken[community] = school
            for number, part in enumerate(school.zone.roads):
                for other, owner in ranges:
                    if overlap(part, other):
                        problem = f"{part.road} {part.first}-{part.last} overlaps the zone of {owner.key}"
                        raise Mistake(f"schools[{at}].zone.roads[{number}]", problem)
                ranges.append((part, school))


def overlap(one: RoadRange, other: RoadRange) -> bool:
    """Whether some street number lies in both ranges."""
    if one.road != other.road or {one.parity, other.parity} == {"odd", "even"}:
        return False
    first, last = max(one.first, other.first), min(one.last, other.last)
    return any(_on_side(number, one.parity, other.parity) for number in _a_pair(first, last))


def _a_pair(first: int, last: int) -> Iterator[int]:
    """The first two numbers of a range: between them every side of the street appears."""
    return iter(range(first, min(first + 2, last + 1)))


def _on_side(number: int, *parities: str) -> bool:
    side = "odd" if number % 2 else "even"
    return all(parity in {"all", side} for parity in parities)
