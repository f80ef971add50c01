"""Counties as the actions offer and read them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.counties import choices_among, fitting, listed, titled
from actions.forms.eligibility_answers import as_seen_from
from enrolment.model.plan import Plan
from tests.actions.surroundings import SHIPPED
from tests.fakes.plans import demonstration_plan


def plan(number: int, city: str = "济南市", name: str = "") -> Plan:
    """The plan of a made-up county."""
    return replace(
        demonstration_plan(), county=f"37{number:04d}", county_name=name or f"第{number}区", city_name=city
    )


def test_counties_are_choices_when_they_are_few() -> None:
    """With a way out for whoever lives elsewhere."""
    titles = [choice.title for choice in choices_among([plan(1), plan(2)])]

    assert titles == ["第1区", "第2区", "别的区"]


def test_cities_are_choices_when_counties_are_many() -> None:
    """Each stands for all its counties."""
    plans = [plan(number, f"第{number % 3}市") for number in range(9)]

    offered = choices_among(plans)

    assert [choice.title for choice in offered] == ["第0市", "第1市", "第2市"]
    assert offered[1].payload == '/inform{"county": "370001|370004|370007"}'


@pytest.mark.parametrize("cities", [1, 20])
def test_nothing_is_a_choice_when_even_cities_do_not_narrow_it_down(cities: int) -> None:
    """Then the name is typed."""
    assert choices_among([plan(number, f"第{number % cities}市") for number in range(20)]) == ()


def test_city_is_said_when_two_counties_bear_one_name() -> None:
    """Every city has a 市中区."""
    both = [plan(1, name="市中区"), plan(2, "枣庄市", "市中区"), plan(3)]

    assert [title for title, _ in titled(both)] == ["济南市市中区", "枣庄市市中区", "第3区"]


def test_cities_are_listed_when_counties_are_many() -> None:
    """A sentence, not a register."""
    plans = [plan(number, f"第{number % 8}市") for number in range(16)]

    assert listed(plans) == "第0市、第1市、第2市、第3市、第4市、第5市等地的16个区县"
    assert listed(plans[:2]) == "第0区、第1区"


def test_plan_is_left_out_when_it_does_not_enrol_for_the_stage() -> None:
    """The city's own junior schools have no first-graders."""
    both = [SHIPPED["370602"], SHIPPED["370600-zs"]]

    assert fitting(both, "primary") == both[:1]
    assert fitting(both, "junior") == both
    assert fitting(both, "") == both


@pytest.mark.parametrize(
    ("fact", "value", "seen"),
    [
        ("hukou", "370602", "here"),
        ("hukou", "370102", "elsewhere"),
        ("hukou", "370402|370602", "here"),
        ("hukou", "here", "here"),
        ("hukou", "elsewhere", "elsewhere"),
        ("home", "guardian@370602", "guardian"),
        ("home", "grandparent@370602", "grandparent"),
        ("home", "guardian@370102", "none"),
        ("home", "guardian", "guardian"),
        ("home", "none", "none"),
    ],
)
def test_place_is_here_or_not_when_seen_from_the_county(fact: str, value: str, seen: str) -> None:
    """What was told of another county is not here."""
    assert as_seen_from("370602", fact, value) == seen
