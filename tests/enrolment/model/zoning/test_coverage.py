"""Overlaps and gaps of zones: the same as counting number by number, without counting."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.plan import School, Stage
from enrolment.model.truth import Truth
from enrolment.model.zoning.containing import contains
from enrolment.model.zoning.coverage import ZoneOverlap, gaps, overlaps
from enrolment.model.zoning.zone import CommunityPart, Parity, Part, RoadRange, Zone
from tests.enrolment.model.zoning.samples import school, zone
from tests.fakes import demonstration_plan

HIGHEST = 14


def schools(zones: Mapping[str, Zone]) -> list[School]:
    """Schools with these zones, in this order."""
    return [school(key, each) for key, each in zones.items()]


def said(zones: Mapping[str, Zone]) -> list[str]:
    """The gaps in words."""
    return [gap.what for gap in gaps(schools(zones))]


@pytest.mark.parametrize("stage", list(Stage))
def test_demonstration_zones_are_whole_when_they_are_checked(stage: Stage) -> None:
    """Every number of the plan as committed is in one zone."""
    mine = [each for each in demonstration_plan().schools if each.stage is stage]
    assert (overlaps(mine), gaps(mine)) == ([], [])


def test_overlap_names_both_schools_and_the_numbers_when_ranges_meet() -> None:
    """The later school is told where, what, and who has it already."""
    zones = {"one": zone(roads=["历山路 1-60"]), "two": zone(roads=["佛山街 1-9", "历山路 51-180"])}
    assert overlaps(schools(zones)) == [ZoneOverlap("two", "roads[1]", "one", "历山路51号到60号")]


def test_overlap_names_one_side_when_only_that_side_meets() -> None:
    """Odd numbers and even numbers are told apart."""
    zones = {"one": zone(roads=["历山路 1-60"]), "two": zone(roads=["历山路 59-180 单号"])}
    assert [each.what for each in overlaps(schools(zones))] == ["历山路59号"]
    zones["two"] = zone(roads=["历山路 31-180 双号"])
    assert [each.what for each in overlaps(schools(zones))] == ["历山路32号到60号双号"]


def test_overlap_is_found_when_a_whole_road_or_community_holds_a_part() -> None:
    """A whole takes in its parts, however the name is written."""
    zones = {
        "one": zone(["甸柳新村"], ["经十路"]),
        "two": zone(["甸柳新村 5-9号楼"], ["经10路 12-40"]),
        "three": zone(["甸柳新村"], ["经十路"]),
    }
    assert [(each.school, each.place, each.other, each.what) for each in overlaps(schools(zones))] == [
        ("two", "communities[0]", "one", "甸柳新村5号楼到9号楼"),
        ("two", "roads[0]", "one", "经10路12号到40号"),
        ("three", "communities[0]", "one", "甸柳新村"),
        ("three", "communities[0]", "two", "甸柳新村5号楼到9号楼"),
        ("three", "roads[0]", "one", "经十路"),
        ("three", "roads[0]", "two", "经十路12号到40号"),
    ]


def test_nothing_overlaps_when_an_exclusion_makes_room() -> None:
    """What a zone leaves out another may have."""
    zones = {
        "one": zone(["甸柳新村"], ["历山路"], ["甸柳新村 5-9号楼", "历山路 11-19 单号"]),
        "two": zone(["甸柳新村 5-9号楼"], ["历山路 11-19 单号"]),
    }
    assert (overlaps(schools(zones)), said(zones)) == ([], [])


def test_nothing_overlaps_when_one_school_names_a_number_twice() -> None:
    """A school that repeats itself is no quarrel between schools."""
    assert overlaps(schools({"one": zone(roads=["历山路 1-60", "历山路 51-70"])})) == []


def test_gaps_are_the_numbers_between_zones_when_nobody_has_them() -> None:
    """Per side, per community, and where an exclusion gave something away to nobody."""
    zones = {
        "one": zone(["甸柳新村 1-4号楼"], ["历山路 1-60", "佛山街 1-19 单号", "明湖路"], ["明湖路 11-20"]),
        "two": zone(["甸柳新村 8-9号楼"], ["历山路 81-99", "佛山街 31-99 单号", "佛山街 20-98 双号"]),
    }
    assert said(zones) == [
        "甸柳新村5号楼到7号楼",
        "历山路61号到80号",
        "佛山街21号到29号单号",
        "明湖路11号到20号",
    ]


SIDES: st.SearchStrategy[Parity] = st.sampled_from(("all", "odd", "even"))


@st.composite
def parts(draw: st.DrawFn) -> Part:
    """A part of a road or of a community, open at an end at times."""
    first = draw(st.integers(0, HIGHEST))
    last = draw(st.integers(first, HIGHEST))
    if draw(st.booleans()):
        return CommunityPart("某小区", first, last)
    return RoadRange("某路", first, last, draw(SIDES))


def zone_of(taken: list[Part], left_out: list[Part]) -> Zone:
    """Sort parts into a zone."""
    return Zone(
        tuple(part for part in taken if isinstance(part, CommunityPart)),
        tuple(part for part in taken if isinstance(part, RoadRange)),
        tuple(part for part in left_out if isinstance(part, CommunityPart)),
        tuple(part for part in left_out if isinstance(part, RoadRange)),
    )


ZONES = st.lists(
    st.builds(zone_of, st.lists(parts(), max_size=3), st.lists(parts(), max_size=2)), min_size=1, max_size=4
)


def has(each: Zone, kind: type[Part], number: int) -> bool:
    """Count by hand whether a zone has a number."""
    taken: tuple[Part, ...] = (*each.communities, *each.roads)
    left_out: tuple[Part, ...] = (*each.except_communities, *each.except_roads)
    return holds(taken, kind, number) and not holds(left_out, kind, number)


def holds(of: tuple[Part, ...], kind: type[Part], number: int) -> bool:
    """Whether one of the parts of a kind has the number."""
    return any(isinstance(part, kind) and contains(part, number) is Truth.TRUE for part in of)


@given(ZONES)
def test_overlaps_are_those_counted_by_hand_when_zones_are_any(zones: list[Zone]) -> None:
    """Two schools overlap exactly where some number is in both."""
    found = {
        (each.other, each.school) for each in overlaps(schools({str(at): z for at, z in enumerate(zones)}))
    }
    counted = {
        (str(one), str(other))
        for one in range(len(zones))
        for other in range(one + 1, len(zones))
        for kind in (RoadRange, CommunityPart)
        for number in range(HIGHEST + 1)
        if has(zones[one], kind, number) and has(zones[other], kind, number)
    }
    assert found == counted


@given(ZONES)
def test_gaps_are_those_counted_by_hand_when_zones_are_any(zones: list[Zone]) -> None:
    """A gap is every number between the ends its side was written with that no zone has."""
    found: set[tuple[str, int]] = set()
    for gap in gaps(schools({str(at): each for at, each in enumerate(zones)})):
        step = 1 if gap.parity == "all" else 2
        numbers = {(gap.name, number) for number in range(gap.first, gap.last + 1, step)}
        assert not numbers & found
        found |= numbers
    counted: set[tuple[str, int]] = set()
    for name, kind, sides in (("某路", RoadRange, (0, 1)), ("某小区", CommunityPart, (None,))):
        for side in sides:
            on_side = [number for number in range(HIGHEST + 1) if side is None or number % 2 == side]
            written = [
                number
                for number in on_side
                if any(holds((*each.communities, *each.roads), kind, number) for each in zones)
            ]
            counted |= {
                (name, number)
                for number in on_side
                if written
                and written[0] <= number <= written[-1]
                and not any(has(each, kind, number) for each in zones)
            }
    assert found == counted
