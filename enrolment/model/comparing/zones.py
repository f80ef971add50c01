"""Which stretches of road and which buildings move from one school's zone to another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enrolment.model.comparing.changes import Change, Topic
from enrolment.model.comparing.words import STAGES
from enrolment.model.plan import Plan, School, Stage
from enrolment.model.zoning.address.normalise import spellings
from enrolment.model.zoning.spans import Span, sides_of, stretches, without
from enrolment.model.zoning.words import buildings, stretch
from enrolment.model.zoning.zone import Parity, Part, RoadRange

_UNZONED = "不在任何学区"
_Held = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """One road or community: which school has which of its numbers, before and after."""

    name: str
    is_road: bool
    old: defaultdict[Parity, list[_Held]] = field(default_factory=lambda: defaultdict(list))
    new: defaultdict[Parity, list[_Held]] = field(default_factory=lambda: defaultdict(list))


def zone_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Tell, for each stage that both plans have, what leaves a school's zone and where it goes."""
    for stage in Stage:
        if stage not in old.stages or stage not in new.stages:
            continue
        before = {each.key: each.name for each in old.schools}
        after = {each.key: each.name for each in new.schools}
        for place in _places(old, new, stage):
            for (leaves, joins), sides in _moves(place).items():
                what = "、".join(_said(place, *each) for each in stretches(sides))
                yield Change(
                    Topic.ZONES,
                    f"{STAGES[stage]}：{what}",
                    before.get(leaves, _UNZONED),
                    after.get(joins, _UNZONED),
                )


def _places(old: Plan, new: Plan, stage: Stage) -> list[_Place]:
    found: dict[tuple[bool, str], _Place] = {}
    for plan, before in ((old, True), (new, False)):
        for school in plan.schools:
            if school.stage is stage:
                for name, is_road, side, span in _taken(school):
                    place = found.setdefault((is_road, spellings(name)[1]), _Place(name, is_road))
                    (place.old if before else place.new)[side].append((span, school.key))
    return list(found.values())


def _taken(school: School) -> Iterator[tuple[str, bool, Parity, Span]]:
    """What a zone takes in, less what it leaves out."""
    zone = school.zone
    left_out: defaultdict[tuple[str, bool, Parity], list[Span]] = defaultdict(list)
    excluded: tuple[Part, ...] = (*zone.except_communities, *zone.except_roads)
    included: tuple[Part, ...] = (*zone.communities, *zone.roads)
    for part in excluded:
        name, is_road = _named(part)
        for side, span in sides_of(part).items():
            left_out[spellings(name)[1], is_road, side].append(span)
    for part in included:
        name, is_road = _named(part)
        for side, span in sides_of(part).items():
            for left in without(span, left_out[spellings(name)[1], is_road, side]):
                yield name, is_road, side, left


def _moves(place: _Place) -> dict[tuple[str, str], dict[Parity, list[Span]]]:
    """By the school left and the school joined, the spans that move; no school is an empty key."""
    moved: defaultdict[tuple[str, str], dict[Parity, list[Span]]] = defaultdict(dict)
    for side in ("odd", "even", "all"):
        old, new = place.old[side], place.new[side]
        for left, joined, span in (*_handed_over(old, new), *_lost(old, new), *_gained(old, new)):
            if left != joined:
                moved[left, joined].setdefault(side, []).append(span)
    return moved


def _handed_over(old: Sequence[_Held], new: Sequence[_Held]) -> Iterator[tuple[str, str, Span]]:
    for one, left in old:
        for other, joined in new:
            low, high = max(one.low, other.low), min(one.high, other.high)
            if low <= high:
                yield left, joined, Span(low, high)


def _lost(old: Sequence[_Held], new: Sequence[_Held]) -> Iterator[tuple[str, str, Span]]:
    for one, left in old:
        for span in without(one, [each for each, _ in new]):
            yield left, "", span


def _gained(old: Sequence[_Held], new: Sequence[_Held]) -> Iterator[tuple[str, str, Span]]:
    for left, joined, span in _lost(new, old):
        yield joined, left, span


def _said(place: _Place, first: int, last: int, parity: Parity) -> str:
    return stretch(place.name, first, last, parity) if place.is_road else buildings(place.name, first, last)


def _named(part: Part) -> tuple[str, bool]:
    return (part.road, True) if isinstance(part, RoadRange) else (part.name, False)
