"""From an address to a school, over zones like those of a county's plan."""

from __future__ import annotations

import pytest

from enrolment.model.plan import Plan, Stage
from enrolment.model.truth import Truth
from enrolment.model.zoning.containing import contains
from enrolment.model.zoning.find import find_school
from enrolment.model.zoning.zone import RoadRange
from tests.enrolment.model.zoning.samples import plan_with, zone

CITY = "山东省济南市"
ZONES = {
    "p01": zone(roads=["泉城路 1-400 单号", "县西巷 1-40"]),
    "p02": zone(roads=["泉城路 1-400 双号", "历山路 1-60"]),
    "p03": zone(roads=["解放路 1-200", "历山路 61-180 单号"]),
    "p04": zone(["千佛山小区"], ["佛山街 1-60", "历山路 61-180 双号"]),
    "p05": zone(["环山小区"], ["山大路 1-250", "和平路 1-80"]),
    "p06": zone(["甸柳新村"], ["文化东路 1-120", "经十路 9777-11999"]),
    "p07": zone(["燕山小区"], ["燕子山路 1-60", "经十路 12000-13999"]),
}
ROADS = {
    "泉城路": (1, 400),
    "解放路": (1, 200),
    "历山路": (1, 180),
    "文化东路": (1, 120),
    "经十路": (9777, 13999),
    "山大路": (1, 250),
    "燕子山路": (1, 60),
    "和平路": (1, 80),
    "佛山街": (1, 60),
    "县西巷": (1, 40),
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A county of seven schools."""
    return plan_with(ZONES)


@pytest.mark.parametrize(
    ("address", "school"),
    [
        (f"{CITY}历下区泉城路101号2单元", "p01"),
        (f"{CITY}历下区泉城路１００号", "p02"),
        ("历下区 历山路 88号3号楼", "p04"),
        ("历下区历山路八十七号", "p03"),
        ("历山路六十号", "p02"),
        ("经十路一万二千三百四十五号", "p07"),
        ("千佛山小区三号楼2单元", "p04"),
        ("解放路88-1号", "p03"),
        ("山大路12号院", "p05"),
        ("县西巷四〇号", "p01"),
    ],
)
def test_school_is_found_when_the_address_lies_in_a_zone(plan: Plan, address: str, school: str) -> None:
    """Full width, blanks and Chinese numerals make no difference; odd and even sides do."""
    assert find_school(plan, Stage.PRIMARY, address).school == school


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("泉城路101号", "泉城路1号到400号单号在这所学校的学区里"),
        ("千佛山小区3号楼", "千佛山小区在这所学校的学区里"),
        ("历山路62号千佛山小区", "千佛山小区在这所学校的学区里"),
    ],
)
def test_reason_names_the_part_of_the_zone_when_a_school_is_found(
    plan: Plan, address: str, reason: str
) -> None:
    """The guardian can look it up in the published list; a community says more than a road."""
    assert find_school(plan, Stage.PRIMARY, address).reason == reason


def test_candidates_are_the_roads_schools_when_the_number_is_missing(plan: Plan) -> None:
    """Without a number, the schools of that road are named, and why."""
    match = find_school(plan, Stage.PRIMARY, "历下区历山路")
    assert (match.school, match.candidates) == (None, ("p02", "p03", "p04"))
    assert "门牌号" in match.reason


def test_candidates_are_the_roads_schools_when_the_number_is_not_zoned(plan: Plan) -> None:
    """A number nobody zoned goes to a person."""
    match = find_school(plan, Stage.PRIMARY, "历山路999号")
    assert (match.school, match.candidates) == (None, ("p02", "p03", "p04"))
    assert "工作人员" in match.reason


def test_candidates_are_both_schools_when_road_and_community_disagree(plan: Plan) -> None:
    """Neither is preferred: a person or the certificate decides."""
    match = find_school(plan, Stage.PRIMARY, "泉城路101号千佛山小区3号楼")
    assert (match.school, match.candidates) == (None, ("p01", "p04"))
    assert match.reason == "泉城路和千佛山小区对应的学校不一样，看不准是哪一所。"


def test_candidates_are_all_schools_when_the_road_is_unknown(plan: Plan) -> None:
    """An unknown road may belong to any school of the stage."""
    match = find_school(plan, Stage.PRIMARY, "历下区无名路5号")
    assert (match.school, match.candidates) == (None, tuple(ZONES))


def test_nothing_is_found_when_the_stage_has_no_schools(plan: Plan) -> None:
    """Primary zones say nothing about junior schools."""
    match = find_school(plan, Stage.JUNIOR, "泉城路101号")
    assert (match.school, match.candidates) == (None, ())


def test_nothing_is_found_when_the_address_is_in_another_county(plan: Plan) -> None:
    """A road of the same name elsewhere is not ours."""
    match = find_school(plan, Stage.PRIMARY, f"{CITY}槐荫区解放路10号")
    assert (match.school, match.candidates) == (None, ())
    assert match.reason == "这个地址不在历下区。"


def test_every_number_has_one_school_when_its_road_is_zoned(plan: Plan) -> None:
    """The zones cover each road's full range, once."""
    for road, (first, last) in ROADS.items():
        parts = [part for each in plan.schools for part in each.zone.roads if part.road == road]
        for number in range(first, last + 1):
            holding = [part for part in parts if contains(part, number) is Truth.TRUE]
            assert len(holding) == 1, f"{road}{number}号"


def test_range_takes_one_side_when_it_has_a_parity() -> None:
    """Odd means odd."""
    part = RoadRange("某路", 1, 9, "odd")
    assert [number for number in range(12) if contains(part, number) is Truth.TRUE] == [1, 3, 5, 7, 9]


def test_range_leaves_open_when_the_number_is_not_known() -> None:
    """Only a whole road holds an address without a number."""
    assert contains(RoadRange("某路"), None) is Truth.TRUE
    assert contains(RoadRange("某路", parity="odd"), None) is Truth.UNKNOWN
    assert contains(RoadRange("某路", 1, 9), None) is Truth.UNKNOWN
