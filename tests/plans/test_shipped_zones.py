"""Every address that a synthetic family can have lies in one zone of each stage."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from enrolment.model.plan import Plan, Stage
from enrolment.model.zoning.find import find_school
from sandbox.families.places import LICANG, LIXIA, ZHIFU, Places
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER

PLANS = PlanFiles(PLANS_FOLDER)
COUNTIES = (LIXIA, ZHIFU, LICANG)
_STEP = 7
"""Odd, so that both sides of a road are walked."""
_BUILDINGS = range(1, 13)


def addresses(places: Places) -> Iterator[str]:
    """Walk every road from end to end and every building of the communities."""
    prefix = places.region.prefix
    for road in places.roads:
        for number in (*range(road.first, road.last + 1, _STEP), road.last - 1, road.last):
            yield f"{prefix}{road.name}{number}号"
    for community in places.communities:
        for building in _BUILDINGS:
            yield f"{prefix}{community}{building}号楼2单元301室"


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("places", COUNTIES, ids=lambda places: places.name)
def test_address_has_one_school_when_a_family_lives_there(places: Places, stage: Stage) -> None:
    """Nobody is left to be asked."""
    plan: Plan = PLANS.current(places.region.code)
    unplaced = [each for each in addresses(places) if find_school(plan, stage, each).school is None]
    assert unplaced == []


@pytest.mark.parametrize("places", COUNTIES, ids=lambda places: places.name)
def test_zones_reach_no_further_when_the_county_ends(places: Places) -> None:
    """A number past the last one of a road belongs to no school."""
    plan = PLANS.current(places.region.code)
    for road in places.roads:
        beyond = f"{places.region.prefix}{road.name}{road.last + 1}号"
        assert find_school(plan, Stage.PRIMARY, beyond).school is None
