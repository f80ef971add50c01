"""Zones as officials write them, line by line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.zoning.zone import CommunityPart, RoadRange, Zone
from storage.plan_files.errors import Mistake
from tests.enrolment.model.zoning.samples import zone


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("县西巷 1-40", RoadRange("县西巷", 1, 40)),
        ("县西巷1-40号", RoadRange("县西巷", 1, 40)),
        ("县西巷 １－４０", RoadRange("县西巷", 1, 40)),
        ("县西巷 1到40号", RoadRange("县西巷", 1, 40)),
        ("泉城路 1-400 单号", RoadRange("泉城路", 1, 400, "odd")),
        ("泉城路 1-400双号", RoadRange("泉城路", 1, 400, "even")),
        ("泉城路 双号", RoadRange("泉城路", None, None, "even")),
        ("泉城路 101", RoadRange("泉城路", 101, 101)),
        ("明湖路", RoadRange("明湖路")),
        ("永庆里 1-40", RoadRange("永庆里", 1, 40)),
    ],
)
def test_road_is_read_when_it_is_written_in_a_usual_way(line: str, part: RoadRange) -> None:
    """A range, one side, one number, or all of it."""
    assert zone(roads=[line]).roads == (part,)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("千佛山小区", CommunityPart("千佛山小区")),
        ("甸柳新村 5-9号楼", CommunityPart("甸柳新村", 5, 9)),
        ("甸柳新村 5号楼", CommunityPart("甸柳新村", 5, 5)),
        ("甸柳新村 5-9栋", CommunityPart("甸柳新村", 5, 9)),
        ("山大路12号院 3号楼", CommunityPart("山大路12号院", 3, 3)),
    ],
)
def test_community_is_read_when_it_is_written_in_a_usual_way(line: str, part: CommunityPart) -> None:
    """All of it, some buildings, or one."""
    assert zone([line]).communities == (part,)


def test_exclusions_are_told_apart_when_they_end_like_a_road_or_do_not() -> None:
    """A name that ends in 路, 街, 巷 and the like is a road."""
    read = zone(left_out=["明湖路", "泉城路 88", "后宰门胡同 1-9 单号", "甸柳新村 5号楼", "永庆里"])
    assert read.except_roads == (
        RoadRange("明湖路"),
        RoadRange("泉城路", 88, 88),
        RoadRange("后宰门胡同", 1, 9, "odd"),
    )
    assert read.except_communities == (CommunityPart("甸柳新村", 5, 5), CommunityPart("永庆里"))


@pytest.mark.parametrize(
    ("communities", "roads", "left_out", "place", "advice"),
    [
        (
            [],
            ["明湖路", "县西巷全部"],
            [],
            "zone.roads[1]",
            "cannot read '县西巷全部'; write it",
        ),
        ([], ["县西巷 40-1"], [], "zone.roads[0]", "write the smaller number first"),
        ([], ["县西巷 1-1000000"], [], "zone.roads[0]", "write it like"),
        ([], ["县西巷 12 单号"], [], "zone.roads[0]", "12 is not on that side; leave out 单号"),
        ([], ["1-40"], [], "zone.roads[0]", "write it like"),
        (["甸柳新村 9-5号楼"], [], [], "zone.communities[0]", "write the smaller number first"),
        (["甸柳新村（一区）"], [], [], "zone.communities[0]", "write it like 千佛山小区"),
        (["甸柳新村 五号楼"], [], [], "zone.communities[0]", "write it like 千佛山小区"),
        (["村"], [], [], "zone.communities[0]", "write it like 千佛山小区"),
        ([], [], ["甸柳新村", "？"], "zone.except[1]", "cannot read '？'"),
        ([], [], ["泉城路 9-1"], "zone.except[0]", "write the smaller number first"),
    ],
)
def test_line_is_refused_with_its_place_when_it_cannot_be_read(
    communities: list[str], roads: list[str], left_out: list[str], place: str, advice: str
) -> None:
    """The official learns which line, and how to write it."""
    with pytest.raises(Mistake) as refused:
        zone(communities, roads, left_out)
    assert refused.value.place == place
    assert advice in refused.value.problem


@given(st.text(), st.sampled_from(["communities", "roads", "left_out"]))
def test_line_is_read_or_refused_when_it_is_any_text_at_all(line: str, key: str) -> None:
    """Nothing an official types breaks the check of a plan."""
    read = None
    with suppress(Mistake):
        read = zone(**{key: [line]})
    assert read != Zone()
