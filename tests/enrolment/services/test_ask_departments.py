"""Whom the departments are asked about: the guardian first, the other parent where it can help."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.inquiry import (
    BIRTH_CERTIFICATE,
    HOUSEHOLD_MEMBERS,
    REAL_ESTATE,
    RESIDENCE_PERMIT,
    SOCIAL_INSURANCE,
    Family,
)
from enrolment.model.establishing.records import InsuranceRecord, PaidSpan, PermitRecord
from enrolment.model.facts import FactValue
from enrolment.model.plan import Plan, Stage
from enrolment.services.verifying.ask_departments import Inquiry, ask_departments
from storage.plan_files import load
from tests.fakes import FakeDepartments, FrozenClock
from tests.fakes.family import CHILD, DIGEST, FATHER, MOTHER, birth, household
from tests.fakes.plans import PLANS_FOLDER

ITEMS = (HOUSEHOLD_MEMBERS, REAL_ESTATE, BIRTH_CERTIFICATE, RESIDENCE_PERMIT, SOCIAL_INSURANCE)
NOW = FrozenClock().now()
SAID: Mapping[str, FactValue] = {"hukou_in_county": False, "home_in_county": False, "home_owner": "none"}
FAMILY = Family(CHILD.id_number, MOTHER.id_number)


@pytest.fixture(scope="module")
def zhifu() -> Plan:
    """A plan under which permits and insurance count."""
    return load(PLANS_FOLDER / "370602" / "2027.yml").plan


def inquiry(plan: Plan) -> Inquiry:
    """A case with every item granted."""
    application = Application("a", "g", "c", plan.county, plan.year, Stage.PRIMARY, declared=dict(SAID))
    grants = [
        ConsentGrant(
            id=f"grant-{item}",
            child_id="c",
            data_item=item,
            department="department",
            purpose="purpose",
            text_version="2027-1",
            granted_by="g",
            channel="web",
            granted_at=NOW,
            expires_at=NOW + timedelta(days=90),
        )
        for item in ITEMS
    ]
    return Inquiry(plan, application, FAMILY, grants)


def departments(*data_items: str) -> FakeDepartments:
    """A family from elsewhere: the mother has nothing, the father a permit and his insurance."""
    fake = FakeDepartments(*data_items)
    fake.hold(HOUSEHOLD_MEMBERS, CHILD.id_number, household(region="371502"))
    fake.hold(BIRTH_CERTIFICATE, CHILD.id_number, birth())
    permit = PermitRecord(FATHER.id_number, "370602", date(2025, 1, 1), NOW, DIGEST)
    paid = InsuranceRecord(
        FATHER.id_number, "370602", (PaidSpan(date(2026, 1, 1), date(2027, 5, 1)),), NOW, DIGEST
    )
    fake.hold(RESIDENCE_PERMIT, FATHER.id_number, permit)
    fake.hold(SOCIAL_INSURANCE, FATHER.id_number, paid)
    return fake


async def test_other_parent_is_asked_about_when_the_first_has_nothing_that_helps(zhifu: Plan) -> None:
    """The father's permit and insurance make the category."""
    clock, fake = FrozenClock(), departments(*ITEMS)
    findings = await ask_departments(inquiry(zhifu), departments=fake, clock=clock, budget_seconds=4)
    facts = establish(zhifu, FAMILY, SAID, findings, stage=Stage.PRIMARY)
    assert facts["permit_since"].value == date(2025, 1, 1)
    assert facts["insurance_months"].value == 17
    about_father = {each.data_item for each in fake.asked if each.id_number == FATHER.id_number}
    assert {RESIDENCE_PERMIT, SOCIAL_INSURANCE} <= about_father


async def test_item_is_not_asked_when_no_department_is_connected_for_it(zhifu: Plan) -> None:
    """Its facts stay open; it does not count as a silent department."""
    clock, fake = FrozenClock(), departments(HOUSEHOLD_MEMBERS, REAL_ESTATE, BIRTH_CERTIFICATE)
    findings = await ask_departments(inquiry(zhifu), departments=fake, clock=clock, budget_seconds=4)
    assert RESIDENCE_PERMIT not in findings.replies
    assert RESIDENCE_PERMIT not in {each.data_item for each in fake.asked}
