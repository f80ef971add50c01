"""What a family could still do, from its own words."""

from __future__ import annotations

import pytest

from enrolment.model.errors import PlanNotFound
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
from enrolment.services.deciding.explore_options import Options, explore_options
from tests.actions.surroundings import SHIPPED
from tests.fakes.clock import FrozenClock
from tests.fakes.plans import FakePlans

NEWCOMER: dict[str, FactValue] = {"hukou_in_county": False, "home_in_county": False, "home_owner": "none"}
ALL_HERE: dict[str, FactValue] = {"hukou_in_county": True, "home_in_county": True, "home_owner": "guardian"}


def options(county: str, said: dict[str, FactValue]) -> Options:
    """Explore on the demonstration day."""
    plans = FakePlans(*SHIPPED.values())
    return explore_options(county, Stage.PRIMARY, said, plans=plans, clock=FrozenClock())


def test_chance_is_told_with_its_last_day_when_the_plan_names_a_remedy() -> None:
    """Newcomers of 历下区 can still move their hukou until the last day of filing."""
    found = options("370102", NEWCOMER)

    assert "随迁" in found.category
    assert any("2027年6月25日（含当天）前" in chance and "不等于录取" in chance for chance in found.chances)
    assert found.wanting == ()


def test_nothing_is_left_to_do_when_the_category_is_the_best() -> None:
    """Home and hukou are here."""
    found = options("370102", ALL_HERE)

    assert "房户一致" in found.category
    assert (found.chances, found.missed) == ((), ())


def test_what_is_wanted_is_named_when_the_words_leave_it_open() -> None:
    """A permit and insurance decide in 芝罘区; nobody said anything of them."""
    found = options("370602", NEWCOMER)

    assert found.category == ""
    assert any("居住证" in title for title in found.wanting)
    assert not any("户口在芝罘区" in title for title in found.wanting), "that was said"


def test_plan_is_missed_when_the_county_is_not_served() -> None:
    """A refusal by name."""
    with pytest.raises(PlanNotFound):
        options("370699", NEWCOMER)
