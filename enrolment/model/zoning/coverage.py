"""Where the zones of one stage overlap, and where they leave something out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from enrolment.model.zoning.address.normalise import spellings
from enrolment.model.zoning.index import PlaceKind, SchoolLike
from enrolment.model.zoning.spans import Span, Stretch, sides_of, stretches, without
from enrolment.model.zoning.words import buildings, stretch
from enrolment.model.zoning.zone import Parity, Part, RoadRange

_Sides = Mapping[Parity, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class ZoneOverlap:
    """What `school` takes in at `place` of its zone (`roads[1]`) though `other` has it; `what` says it."""

    school: str
    place: str
    other: str
    what: str


@dataclass(frozen=True, slots=True)
class ZoneGap:
    """Numbers of a road, or buildings of a community, between zoned ones that no zone has."""

    name: str
    first: int
    last: int
    parity: Parity
    what: str


@dataclass(frozen=True, slots=True, eq=False)
class _Claim:
    """One part of a zone; `order` is where it stands, `taken` what the exclusions leave of `written`."""

    order: tuple[int, int]
    school: str
    place: str
    name: str
    kind: PlaceKind
    written: _Sides
    taken: _Sides


def overlaps(schools: Iterable[SchoolLike]) -> list[ZoneOverlap]:
    """Find what several zones of one stage take in, in the order in which the plan writes it again."""
    found: list[tuple[tuple[int, int], ZoneOverlap]] = []
    for claims in _by_place(schools):
        shared: defaultdict[tuple[_Claim, _Claim], dict[Parity, list[Span]]] = defaultdict(dict)
        for side, one, other, span in _shared(claims):
            earlier, later = sorted((one, other), key=lambda each: each.order)
            shared[earlier, later].setdefault(side, []).append(span)
        for (earlier, later), sides in shared.items():
            what = "、".join(_said(later, each) for each in stretches(sides))
            found.append((later.order, ZoneOverlap(later.school, later.place, earlier.school, what)))
    return [overlap for _, overlap in sorted(found, key=lambda each: each[0])]


def gaps(schools: Iterable[SchoolLike]) -> list[ZoneGap]:
    """Find the numbers that no zone of one stage has, between the lowest and highest on that side."""
    found: list[ZoneGap] = []
    for claims in _by_place(schools):
        missing: dict[Parity, list[Span]] = {}
        for side in ("odd", "even", "all"):
            written = [span for claim in claims for span in claim.written.get(side, ())]
            if written:
                whole = Span(min(span.low for span in written), max(span.high for span in written))
                taken = (span for claim in claims for span in claim.taken.get(side, ()))
                missing[side] = list(without(whole, taken))
        found += (ZoneGap(claims[0].name, *each, _said(claims[0], each)) for each in stretches(missing))
    return found


def _shared(claims: Iterable[_Claim]) -> Iterator[tuple[Parity, _Claim, _Claim, Span]]:
    """Sweep each side once, and give what two schools both have."""
    sides: defaultdict[Parity, list[tuple[Span, _Claim]]] = defaultdict(list)
    for claim in claims:
        for side, spans in claim.taken.items():
            sides[side] += ((span, claim) for span in spans)
    for side, taken in sides.items():
        open_spans: list[tuple[Span, _Claim]] = []
        for span, claim in sorted(taken, key=lambda each: (each[0], each[1].order)):
            open_spans = [(other, owner) for other, owner in open_spans if other.high >= span.low]
            for other, owner in open_spans:
                if owner.school != claim.school:
                    yield side, owner, claim, Span(span.low, min(span.high, other.high))
            open_spans.append((span, claim))


def _by_place(schools: Iterable[SchoolLike]) -> Iterable[list[_Claim]]:
    """Gather the claims on each road and community."""
    places: defaultdict[tuple[PlaceKind, str], list[_Claim]] = defaultdict(list)
    for order, school in enumerate(schools):
        for claim in _claims(order, school):
            places[claim.kind, spellings(claim.name)[1]].append(claim)
    return places.values()


def _claims(order: int, school: SchoolLike) -> Iterator[_Claim]:
    zone = school.zone
    left_out: defaultdict[tuple[PlaceKind, str, Parity], list[Span]] = defaultdict(list)
    excluded: tuple[Part, ...] = (*zone.except_communities, *zone.except_roads)
    for part in excluded:
        kind, name = _named(part)
        for side, span in sides_of(part).items():
            left_out[kind, spellings(name)[1], side].append(span)
    listed: tuple[tuple[str, Part], ...] = (
        *((f"communities[{at}]", part) for at, part in enumerate(zone.communities)),
        *((f"roads[{at}]", part) for at, part in enumerate(zone.roads)),
    )
    for at, (place, part) in enumerate(listed):
        kind, name = _named(part)
        written = {side: [span] for side, span in sides_of(part).items()}
        taken = {
            side: list(without(span, left_out.get((kind, spellings(name)[1], side), ())))
            for side, (span,) in written.items()
        }
        yield _Claim((order, at), school.key, place, name, kind, written, taken)


def _named(part: Part) -> tuple[PlaceKind, str]:
    if isinstance(part, RoadRange):
        return PlaceKind.ROAD, part.road
    return PlaceKind.COMMUNITY, part.name


def _said(claim: _Claim, numbers: Stretch) -> str:
    if claim.kind is PlaceKind.ROAD:
        return stretch(claim.name, *numbers)
    return buildings(claim.name, numbers.first, numbers.last)
