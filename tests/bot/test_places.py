"""The counties served that a message names."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest

from bot.places import named_counties
from enrolment.model.plan import Plan
from tests.fakes.plans import demonstration_plan


def served(code: str, name: str, city: str, *other_names: str) -> Plan:
    """A plan of another county, with nothing else changed."""
    return replace(
        demonstration_plan(), county=code, county_name=name, city_name=city, other_names=other_names
    )


PLANS = (
    demonstration_plan(),
    served("370103", "市中区", "济南市"),
    served("370402", "市中区", "枣庄市"),
    served("370602", "芝罘区", "烟台市", "芝罘"),
    served("370600-zs", "烟台市直属", "烟台市"),
    served("379901", "云海新区", "云州市"),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("我在芝罘", {"芝罘": "370602"}),
        ("我家在云海新区", {"云海新区": "379901"}),
        ("山东省烟台市芝罘区的", {"山东省烟台市芝罘区": "370602"}),
        ("烟台芝罘", {"烟台芝罘": "370602"}),
        ("想报烟台市直属", {"烟台市直属": "370600-zs"}),
        ("我在烟台", {"烟台": "370602|370600-zs|"}),
        ("我在烟台，芝罘那边", {"烟台": "370602", "芝罘": "370602"}),
        ("我住歷下區", {"历下区": "370102"}),
        ("市中区", {"市中区": "370402|370103"}),
        ("枣庄市市中区", {"枣庄市市中区": "370402"}),
        ("户口在历下房子在芝罘", {"历下": "370102", "芝罘": "370602"}),
        ("370602", {"370602": "370602"}),
        (" 370600-zs ", {"370600-zs": "370600-zs"}),
        ("芝罘路上", {}),
        ("住在烟台大街", {}),
        ("370613", {}),
        ("孩子2020年10月出生", {}),
        ("", {}),
    ],
)
def test_county_is_named_when_a_message_says_it_in_any_way(text: str, named: dict[str, str]) -> None:
    """By name, short name, with its city, by city alone, by code; a street is no county."""
    assert {each["name"]: each["code"] for each in named_counties(text, PLANS)} == named


def test_nothing_is_named_when_no_county_is_served() -> None:
    """A house without plans says nothing of places."""
    assert named_counties("我在芝罘", ()) == []


def test_names_are_found_fast_when_a_province_is_served() -> None:
    """A message is looked through in well under the time of a turn."""
    plans = [served(f"37{number:04d}", f"第{number}区", f"第{number // 15}市") for number in range(150)]
    text = "我家在第77区，" + "孩子该上学了，" * 140

    named_counties(text, plans)
    started = perf_counter()
    found = named_counties(text, plans)

    assert {each["code"] for each in found} == {"370077"}
    assert perf_counter() - started < 0.05
