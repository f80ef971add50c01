"""Permits, leases, insurance and business: whose counts, which counts, and what none means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from enrolment.model.establishing.inquiry import (
    COMPANY_REGISTRATION,
    LEASE_FILING,
    MARRIAGE,
    PRESALE_CONTRACT,
    PUBLIC_HOUSING,
    RESIDENCE_PERMIT,
    SOCIAL_INSURANCE,
    SOLE_PROPRIETOR_LICENCE,
)
from enrolment.model.establishing.records import (
    InsuranceRecord,
    LeaseRecord,
    LicenceRecord,
    MarriageRecord,
    PaidSpan,
    PermitRecord,
    PresaleRecord,
)
from enrolment.model.establishing.vocabulary import SETTLED_BY
from enrolment.model.facts import Answer
from enrolment.model.plan import Category, Plan
from enrolment.model.rules import AllOf, Condition
from tests.enrolment.model.establishing.asked import DIGEST, NOW, facts_with, reply, told
from tests.fakes import demonstration_plan
from tests.fakes.family import FATHER, GRANDFATHER, MOTHER

LIXIA, HUAIYIN, ZHIFU = "370102", "370104", "370602"


def permit(holder: str, since: date, region: str = LIXIA) -> PermitRecord:
    """A residence permit."""
    return PermitRecord(holder, region, since, NOW, DIGEST)


def lease(tenant: str, filed_on: date, region: str = LIXIA) -> LeaseRecord:
    """A filed lease that began a month before."""
    return LeaseRecord(region, "演示路1号", filed_on, date(2025, 1, 1), (tenant,), NOW, DIGEST)


def insurance(insured: str, *spans: tuple[date, date], region: str = LIXIA) -> InsuranceRecord:
    """Months paid."""
    paid = tuple(PaidSpan(first, last) for first, last in spans)
    return InsuranceRecord(insured, region, paid, NOW, DIGEST)


def plan_wanting(*conditions: Condition) -> Plan:
    """The demonstration plan with a first category that wants these."""
    plan = demonstration_plan()
    first = Category("first", "第一类", 0, AllOf(conditions), "历下2027-3.4", "note")
    return replace(plan, categories=(first, *plan.categories))


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (PRESALE_CONTRACT, "contract_in_county"),
        (LEASE_FILING, "lease_in_county"),
        (PUBLIC_HOUSING, "public_housing_in_county"),
        (RESIDENCE_PERMIT, "permit_in_county"),
        (SOCIAL_INSURANCE, "insured_in_county"),
        (SOLE_PROPRIETOR_LICENCE, "licence_in_county"),
        (COMPANY_REGISTRATION, "company_in_county"),
        (MARRIAGE, "parents_married"),
    ],
)
def test_there_is_none_when_the_department_answers_without_a_record(item: str, name: str) -> None:
    """Settled for every fact of the item, whatever was said; its days and places are none."""
    facts = facts_with({item: ()}, said={name: True})
    assert told(facts, name) == (Answer.CONTRADICTED, False)
    for other in SETTLED_BY[item] - {name}:
        assert facts[other].settled
        assert not facts[other].value


@pytest.mark.parametrize("item", [LEASE_FILING, RESIDENCE_PERMIT, SOCIAL_INSURANCE])
def test_word_is_kept_when_nobody_was_asked(item: str) -> None:
    """What a guardian says stays said; what she does not say stays open."""
    said = {"permit_in_county": True, "lease_in_county": True, "insurance_months": 9}
    facts = facts_with({}, said=said)
    names = SETTLED_BY[item] & said.keys()
    assert names
    assert all(facts[name].answer is Answer.DECLARED for name in names)
    assert not (SETTLED_BY[item] - said.keys()) & facts.keys()


def test_fact_is_unavailable_when_its_department_is_silent() -> None:
    """Not none: nobody knows."""
    facts = facts_with({}, instead={RESIDENCE_PERMIT: reply(RESIDENCE_PERMIT, answered=False)})
    assert told(facts, "permit_in_county") == (Answer.UNAVAILABLE, None)


def test_contract_is_none_when_nobody_asked_and_nobody_spoke_of_one() -> None:
    """A home of its own kind is raised by who has it."""
    assert told(facts_with({}), "contract_in_county") == (Answer.CONFIRMED, False)
    facts = facts_with({}, said={"contract_in_county": True})
    assert told(facts, "contract_in_county") == (Answer.DECLARED, True)


def test_contract_counts_when_a_guardian_bought() -> None:
    """A grandparent's contract is no guardian's."""
    bought = PresaleRecord(
        "1",
        LIXIA,
        "泉城路101号",
        date(2026, 3, 1),
        delivered=True,
        buyers=(FATHER.id_number,),
        obtained_at=NOW,
        digest=DIGEST,
    )
    facts = facts_with({PRESALE_CONTRACT: (bought,)})
    assert told(facts, "contract_in_county") == (Answer.CONFIRMED, True)
    assert told(facts, "contract_delivered") == (Answer.CONFIRMED, True)
    others = replace(bought, buyers=(GRANDFATHER.id_number,))
    assert told(facts_with({PRESALE_CONTRACT: (others,)}), "contract_in_county")[1] is False


def test_longest_standing_permit_counts_when_both_parents_have_one() -> None:
    """One parent is enough."""
    permits = (permit(MOTHER.id_number, date(2027, 1, 5)), permit(FATHER.id_number, date(2024, 1, 5)))
    facts = facts_with({RESIDENCE_PERMIT: permits})
    assert told(facts, "permit_since") == (Answer.CONFIRMED, date(2024, 1, 5))


def test_permit_in_the_county_counts_when_an_older_one_is_elsewhere_and_the_plan_wants_it_here() -> None:
    """What the plan's rules can use comes before what is older."""
    plan = plan_wanting(Condition("permit_in_county", "is", value=True))
    permits = (permit(MOTHER.id_number, date(2027, 1, 5)), permit(FATHER.id_number, date(2020, 1, 5), ZHIFU))
    facts = facts_with({RESIDENCE_PERMIT: permits}, plan=plan)
    assert told(facts, "permit_since") == (Answer.CONFIRMED, date(2027, 1, 5))


def test_permit_has_no_day_here_when_it_is_of_another_place() -> None:
    """Months of living elsewhere earn no points for living here."""
    facts = facts_with({RESIDENCE_PERMIT: (permit(MOTHER.id_number, date(2020, 1, 5), ZHIFU),)})
    assert told(facts, "permit_in_county") == (Answer.CONFIRMED, False)
    assert told(facts, "permit_since") == (Answer.CONFIRMED, None)


def test_versions_of_several_items_fit_together_when_only_together_they_help() -> None:
    """The permit and the lease are chosen by what both make, not each for itself."""
    by = date(2027, 8, 31)
    plan = plan_wanting(
        Condition("permit_since", "months_less_than", 12, by=by),
        Condition("lease_filed_on", "months_less_than", 12, by=by),
    )
    permits = (permit(MOTHER.id_number, date(2027, 1, 5)), permit(FATHER.id_number, date(2020, 1, 5)))
    leases = (lease(MOTHER.id_number, date(2020, 2, 1)), lease(FATHER.id_number, date(2027, 2, 1)))
    facts = facts_with({RESIDENCE_PERMIT: permits, LEASE_FILING: leases}, plan=plan)
    assert facts["permit_since"].value == date(2027, 1, 5)
    assert facts["lease_filed_on"].value == date(2027, 2, 1)


def test_months_are_counted_once_when_spans_overlap_and_not_added_over_parents() -> None:
    """Paid in any district of the city; the last run begins after the gap."""
    spans = ((date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 3, 1), date(2026, 4, 30)))
    later = (date(2026, 6, 1), date(2026, 8, 31))
    records = (
        insurance(MOTHER.id_number, *spans, later, region=HUAIYIN),
        insurance(FATHER.id_number, (date(2026, 1, 1), date(2026, 2, 28))),
        insurance(MOTHER.id_number, (date(2020, 1, 1), date(2025, 12, 31)), region=ZHIFU),
    )
    facts = facts_with({SOCIAL_INSURANCE: records})
    assert told(facts, "insurance_months") == (Answer.CONFIRMED, 7)
    assert told(facts, "insurance_since") == (Answer.CONFIRMED, date(2026, 6, 1))


def test_licence_of_another_is_not_the_guardians() -> None:
    """Whose name it is in counts."""
    licence = LicenceRecord(GRANDFATHER.id_number, LIXIA, date(2020, 1, 1), NOW, DIGEST)
    facts = facts_with({SOLE_PROPRIETOR_LICENCE: (licence,)})
    assert told(facts, "licence_in_county") == (Answer.CONFIRMED, False)


def test_last_registration_counts_when_a_couple_married_and_parted() -> None:
    """The register keeps both."""
    couple = (MOTHER.id_number, FATHER.id_number)
    married = MarriageRecord(
        couple, married=True, registered_on=date(2017, 5, 1), obtained_at=NOW, digest=DIGEST
    )
    parted = replace(married, married=False, registered_on=date(2023, 5, 1))
    assert told(facts_with({MARRIAGE: (married,)}), "parents_married")[1] is True
    assert told(facts_with({MARRIAGE: (parted, married)}), "parents_married")[1] is False


def test_fact_is_left_out_when_the_plan_does_not_use_it() -> None:
    """A plan names the facts it wants."""
    plan = demonstration_plan()
    fewer = replace(plan, facts={name: spec for name, spec in plan.facts.items() if name != "permit_since"})
    facts = facts_with({RESIDENCE_PERMIT: (permit(MOTHER.id_number, date(2024, 1, 5)),)}, plan=fewer)
    assert "permit_since" not in facts
    assert "permit_in_county" in facts
