"""The table of addresses that an official can read: each one finds its school, or is asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from enrolment.model.plan import Plan, Stage
from enrolment.model.zoning.find import find_school
from tests.enrolment.model.zoning.samples import plan_with, zone

TABLE = yaml.safe_load((Path(__file__).parent / "addresses.yml").read_text(encoding="utf-8"))
ELSEWHERE, NOWHERE = "别处", "找不到"


def plan_of(county: dict[str, Any]) -> Plan:
    """The plan of one county of the table."""
    zones = {
        name: zone(each.get("communities", []), each.get("roads", []), each.get("except", []))
        for name, each in county["zones"].items()
    }
    return plan_with(zones, county["county"], county["city"], county["area"])


PLANS = {county["county"]: plan_of(county) for county in TABLE}
CASES = [
    pytest.param(county["county"], address, expected, id=f"{county['county']} {address}")
    for county in TABLE
    for address, expected in county["addresses"].items()
]


@pytest.mark.parametrize(("county", "address", "expected"), CASES)
def test_school_is_the_tables_when_an_address_stands_in_it(
    county: str, address: str, expected: str | list[str]
) -> None:
    """One school, several to choose from, none of them, or not in this county: as the table says."""
    plan = PLANS[county]
    match = find_school(plan, Stage.PRIMARY, address)
    if expected == ELSEWHERE:
        assert (match.school, match.candidates) == (None, ())
        assert match.reason == f"这个地址不在{county}。"
    elif expected == NOWHERE:
        assert (match.school, match.candidates) == (None, tuple(school.key for school in plan.schools))
    elif isinstance(expected, list):
        assert (match.school, match.candidates) == (None, tuple(expected))
    else:
        assert (match.school, match.candidates, match.question) == (expected, (), "")
    assert match.school or match.question
