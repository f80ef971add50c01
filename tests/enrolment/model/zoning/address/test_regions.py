"""Names of regions: which addresses lie elsewhere."""

from __future__ import annotations

import pytest

from enrolment.model.plan import Stage
from enrolment.model.zoning.address.regions import Whereabouts, regions_around
from enrolment.model.zoning.find import find_school
from tests.enrolment.model.zoning.samples import plan_with, zone


def test_own_names_are_known_with_and_without_their_suffix_when_a_county_is_listed() -> None:
    """Province and city come from the code of the county."""
    own = regions_around(frozenset({"370602"}), ("芝罘区",)).own
    assert own == {"芝罘区", "芝罘", "烟台市", "烟台", "山东省", "山东"}


def test_former_names_are_no_regions_when_a_code_had_several() -> None:
    """历城县 became 历城区 long ago; a street may keep the old name."""
    others = regions_around(frozenset({"370102"}), ("历下区",)).others
    assert "历城区" in others
    assert "历城县" not in others


def test_every_county_of_a_city_is_home_when_a_plan_serves_several() -> None:
    """A plan for two counties turns neither away."""
    regions = regions_around(frozenset({"370102", "370103"}), ("市区",))
    assert regions.whereabouts("济南市市中区经四路5号", None) is Whereabouts.HERE
    assert regions.whereabouts("济南市槐荫区经四路5号", None) is Whereabouts.ELSEWHERE


def test_an_invented_county_is_at_home_in_its_own_names_when_no_list_has_it() -> None:
    """An authority with a code of its own can still tell the known counties from its own."""
    plan = plan_with({"one": zone(roads=["幸福路 1-9"])}, "云上区", "云中市", "990101")
    assert find_school(plan, Stage.PRIMARY, "云中市云上区幸福路5号").school == "one"
    assert find_school(plan, Stage.PRIMARY, "云上幸福路5号").school == "one"
    assert find_school(plan, Stage.PRIMARY, "郑州市金水区幸福路5号").candidates == ()


@pytest.mark.parametrize(
    "address",
    [
        "山东路5号",
        "青岛路5号",
        "历城路5号",
        "市中心幸福路5号",
        "幸福小区长清路5号",
        "济南市重庆南路5号",
        "济南历下重庆公寓",
        "济南长清大街5号",
    ],
)
def test_address_is_not_elsewhere_when_a_name_is_only_part_of_another(address: str) -> None:
    """Streets and houses are named after cities everywhere."""
    regions = regions_around(frozenset({"370102"}), ("历下区",))
    assert regions.whereabouts(address, None) is not Whereabouts.ELSEWHERE
