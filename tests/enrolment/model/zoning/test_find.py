"""From an address to a school."""

from __future__ import annotations

import pytest

from enrolment.model.plan import Stage
from enrolment.model.truth import Truth
from enrolment.model.zoning.containing import contains
from enrolment.model.zoning.find import find_school
from enrolment.model.zoning.normalise import normalise
from enrolment.model.zoning.zone import RoadRange
from sandbox.families.places import COMMUNITIES, COUNTY_PREFIX, ROADS
from tests.fakes import demonstration_plan

CITY = "山东省济南市"


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
def test_school_is_found_when_the_address_lies_in_a_zone(address: str, school: str) -> None:
    """Full width, blanks and Chinese numerals make no difference; odd and even sides do."""
    assert find_school(demonstration_plan(), Stage.PRIMARY, address).school == school


def test_candidates_are_the_roads_schools_when_the_number_is_missing() -> None:
    """Without a number, the schools of that road are named, and why."""
    match = find_school(demonstration_plan(), Stage.PRIMARY, "历下区历山路")
    assert (match.school, match.candidates) == (None, ("p02", "p03", "p04"))
    assert "门牌号" in match.reason


def test_candidates_are_the_roads_schools_when_the_number_is_not_zoned() -> None:
    """A number nobody zoned goes to a person."""
    match = find_school(demonstration_plan(), Stage.PRIMARY, "历山路999号")
    assert (match.school, match.candidates) == (None, ("p02", "p03", "p04"))


def test_candidates_are_all_schools_when_the_road_is_unknown() -> None:
    """An unknown road may belong to any school of the stage."""
    match = find_school(demonstration_plan(), Stage.JUNIOR, "历下区无名路5号")
    assert (match.school, match.candidates) == (None, ("j01", "j02", "j03"))


def test_nothing_is_found_when_the_address_is_in_another_county() -> None:
    """A road of the same name elsewhere is not ours."""
    match = find_school(demonstration_plan(), Stage.PRIMARY, f"{CITY}槐荫区解放路10号")
    assert (match.school, match.candidates) == (None, ())


@pytest.mark.parametrize("stage", list(Stage))
def test_every_address_has_one_school_when_it_is_in_the_places(stage: Stage) -> None:
    """The zones cover each road's full range and each community, once."""
    plan = demonstration_plan()
    schools = [school for school in plan.schools if school.stage is stage]
    for road in ROADS:
        for number in range(road.first, road.last + 1):
            parts = [part for school in schools for part in school.zone.roads if part.road == road.name]
            assert sum(contains(part, number) is Truth.TRUE for part in parts) == 1, f"{road.name}{number}号"
    for community in COMMUNITIES:
        assert find_school(plan, stage, f"{COUNTY_PREFIX}{community}3号楼").school is not None


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("经十路十二号", "经十路12号"),
        ("千佛山小区一百零五号楼", "千佛山小区105号楼"),
        ("佛山街二十号", "佛山街20号"),
        ("解放路十二弄", "解放路12弄"),
        ("某路一二三号", "某路123号"),
    ],
)
def test_numerals_become_digits_when_they_number_a_house(written: str, plain: str) -> None:
    """Numerals in a road's name stay what they are."""
    assert normalise(written) == plain


def test_range_takes_one_side_when_it_has_a_parity() -> None:
    """Odd means odd."""
    part = RoadRange("某路", 1, 9, "odd")
    assert [number for number in range(12) if contains(part, number) is Truth.TRUE] == [1, 3, 5, 7, 9]
