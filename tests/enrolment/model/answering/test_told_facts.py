"""Facts told in free text, as the facts of a plan."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.answering.given_facts import TOLD, read_given
from enrolment.model.answering.told_facts import Readings, read_told
from enrolment.model.answering.understood import ToldFact
from enrolment.model.errors import StatementInvalid
from enrolment.model.facts import FactValue
from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER, demonstration_plan

TODAY = date(2027, 6, 10)
ZHIFU = load(PLANS_FOLDER / "370602" / "2027.yml").plan


def told(**facts: str) -> Readings:
    """Read facts for 芝罘区."""
    return read_told([ToldFact(name, value) for name, value in facts.items()], ZHIFU, TODAY)


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        ({"hukou": "here"}, {"hukou_in_county": True}),
        ({"hukou": "370602"}, {"hukou_in_county": True}),
        ({"hukou": "370102"}, {"hukou_in_county": False}),
        ({"hukou": "none"}, {"hukou_in_county": False}),
        ({"home": "guardian"}, {"home_in_county": True, "home_owner": "guardian"}),
        ({"home": "none"}, {"home_in_county": False, "home_owner": "none"}),
        ({"home": "relative"}, {"home_in_county": False, "home_owner": "other"}),
        (
            {"home": "guardian@370613"},
            {"home_in_county": False, "home_owner": "none", "guardians_home_in_city": True},
        ),
        ({"home_share": "50"}, {"home_share": 50}),
        ({"home_kind": "commercial"}, {"home_use": "商业"}),
        ({"permit": "no"}, {"permit_in_county": False}),
        ({"insurance_months": "8"}, {"insurance_months": 8, "insured_in_county": True}),
        ({"preferential": "military"}, {"preferential_claimed": True}),
        ({"parents": "divorced"}, {"parents_married": False}),
        ({"sibling": "twins"}, {}),
    ],
)
def test_fact_is_read_when_it_is_sure(facts: dict[str, str], known: dict[str, FactValue]) -> None:
    """Both readings of it agree."""
    assert told(**facts).sure == known


def test_months_are_a_span_of_days_when_only_their_number_is_told() -> None:
    """Five months of a permit: from the day after six months ago to five months ago."""
    readings = told(permit_months="5")
    assert readings.earliest["permit_since"] == date(2026, 12, 11)
    assert readings.latest["permit_since"] == date(2027, 1, 10)
    assert readings.sure == {"permit_in_county": True}


def test_month_is_a_span_of_days_when_its_day_is_not_told() -> None:
    """A lease filed in January."""
    readings = told(lease_since="2027-01")
    assert (readings.earliest["lease_filed_on"], readings.latest["lease_filed_on"]) == (
        date(2027, 1, 1),
        date(2027, 1, 31),
    )


def test_newer_words_count_when_something_was_known_before() -> None:
    """A correction."""
    before = told(hukou="here", home="none")
    assert told(hukou="elsewhere").over(before).sure["hukou_in_county"] is False
    assert told(hukou="elsewhere").over(before).sure["home_owner"] == "none"


def test_given_facts_are_read_when_named_as_told_or_as_the_plans() -> None:
    """Both vocabularies, side by side."""
    given = read_given({"hukou": "here", "contract_delivered": True, "permit_months": 5}, ZHIFU, TODAY)
    assert given.known.sure == {"hukou_in_county": True, "contract_delivered": True, "permit_in_county": True}


@pytest.mark.parametrize(
    "facts",
    [
        {"colour": "red"},
        {"permit_months": "six"},
        {"stage": "kindergarten"},
        {"birth_date": "yesterday"},
        {"hukou": ["here"]},
        {"hukou": ""},
        {"contract_delivered": "maybe"},
        {"home_owner": "bank"},
        {"contract_filed_on": "2027-02-30"},
    ],
)
def test_given_fact_is_refused_by_name_when_it_cannot_be_read(facts: dict[str, object]) -> None:
    """The sentence names it and never quotes what stood there."""
    with pytest.raises(StatementInvalid, match=next(iter(facts))):
        read_given(facts, demonstration_plan(), TODAY)


def test_every_told_name_is_known_when_the_contract_lists_it() -> None:
    """docs/told-facts.md and the reader keep in step."""
    contract = (PLANS_FOLDER.parent / "docs" / "told-facts.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in contract.splitlines() if line.startswith("| `")]
    assert {name.strip(" `") for row in rows for name in row.split(",")} == TOLD
