"""What was told in free words becomes what a plan would have asked, and no more."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.establishing.told_statement import claims_suggested, statement_from_told
from enrolment.model.facts import FactValue
from tests.actions.surroundings import SHIPPED

TODAY = date(2027, 6, 10)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"permit": "no"}, {"permit_in_county": False}),
        ({"permit_since": "2026-03"}, {"permit_in_county": True, "permit_since": date(2026, 3, 1)}),
        ({"permit_since": "2026-03-05"}, {"permit_in_county": True, "permit_since": date(2026, 3, 5)}),
        ({"permit_months": "5"}, {"permit_in_county": True, "permit_since": date(2027, 1, 10)}),
        ({"insurance_months": "8"}, {"insured_in_county": True, "insurance_months": 8}),
        ({"lease_since": "2027-01"}, {"lease_in_county": True, "lease_filed_on": date(2027, 1, 1)}),
        ({"home_share": "50"}, {"home_share": 50}),
        ({"home_kind": "commercial"}, {"home_use": "商业"}),
        ({"home_paper": "contract"}, {"contract_in_county": True}),
        ({"parents": "divorced"}, {"parents_married": False}),
        ({"preferential": "military"}, {"preferential_claimed": True}),
        ({"hmt": "taiwan"}, {"hmt_claimed": True}),
        ({"foreign": "yes"}, {"foreign_claimed": True}),
        ({"special_needs": "yes"}, {"special_needs_claimed": True}),
        (
            {"hukou_with": "grandparent"},
            {"hukou_with_guardian": False, "hukou_with_grandparent": True, "hukou_collective": False},
        ),
    ],
)
def test_told_fact_becomes_what_the_plan_asks_when_it_says_enough(
    told: dict[str, str], said: dict[str, FactValue]
) -> None:
    """A month is its first day, a length of time ends today, as when the question is answered so."""
    assert statement_from_told(told, SHIPPED["370602"], TODAY) == said


@pytest.mark.parametrize(
    "told",
    [
        {"hukou_since": "2025"},
        {"home_since": "2027-09-01"},
        {"school": "历下区演示明湖小学"},
        {"age": "6"},
        {"work": "employed"},
        {"sibling": "twins"},
        {"hukou": "here", "home": "guardian"},
    ],
)
def test_nothing_is_stated_when_words_say_too_little_or_are_asked_elsewhere(told: dict[str, str]) -> None:
    """A year alone, a day to come, what no rule looks at, and what the first questions ask."""
    assert statement_from_told(told, SHIPPED["370602"], TODAY) == {}


def test_fact_is_left_out_when_the_plan_has_no_such_question() -> None:
    """云海新区 does not ask about licences' days."""
    said = statement_from_told({"licence_since": "2026-05"}, SHIPPED["379901"], TODAY)
    assert said == {"licence_in_county": True}


def test_claim_is_suggested_and_not_made_when_a_resettlement_home_was_told() -> None:
    """It may be handed over already; another kind of home suggests nothing."""
    told = {"home_kind": "resettlement"}
    assert claims_suggested(told, SHIPPED["370602"]) == ("resettlement_claimed",)
    assert statement_from_told(told, SHIPPED["370602"], TODAY) == {}
    assert claims_suggested({"home_kind": "commercial", "permit": "yes"}, SHIPPED["370602"]) == ()
