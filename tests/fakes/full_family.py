"""A family with a record at every department, for tests that break them one by one."""

from __future__ import annotations

from datetime import date

from enrolment.model.establishing import inquiry
from enrolment.model.establishing.records import (
    CompanyRecord,
    DepartmentRecord,
    InsuranceRecord,
    LeaseRecord,
    LicenceRecord,
    MarriageRecord,
    PaidSpan,
    PermitRecord,
    PresaleRecord,
    PublicHousingRecord,
)
from tests.fakes.clock import DEMONSTRATION_NOW
from tests.fakes.departments import FakeDepartments
from tests.fakes.family import ADDRESS, CHILD, DIGEST, FATHER, MOTHER, birth, home, household
from tests.fakes.plans import demonstration_plan

SINCE = date(2020, 1, 1)
EVERY_ITEM = tuple(demonstration_plan().data_items)


def every_department() -> FakeDepartments:
    """All data items connected; the mother has a record at each but the seats."""
    departments = FakeDepartments(*EVERY_ITEM)
    mother, now, region = MOTHER.id_number, DEMONSTRATION_NOW, "370102"
    departments.hold(inquiry.HOUSEHOLD_MEMBERS, CHILD.id_number, household())
    departments.hold(inquiry.BIRTH_CERTIFICATE, CHILD.id_number, birth())
    couple = (mother, FATHER.id_number)
    spans = (PaidSpan(SINCE, date(2027, 5, 1)),)
    records: dict[str, DepartmentRecord] = {
        inquiry.REAL_ESTATE: home(),
        inquiry.MARRIAGE: MarriageRecord(couple, True, SINCE, now, DIGEST),  # noqa: FBT003 - a record's field
        inquiry.PRESALE_CONTRACT: PresaleRecord(
            "网签1",
            region,
            ADDRESS,
            SINCE,
            False,  # noqa: FBT003 - a record's field
            couple,
            now,
            DIGEST,
        ),
        inquiry.LEASE_FILING: LeaseRecord(region, ADDRESS, SINCE, SINCE, (mother,), now, DIGEST),
        inquiry.PUBLIC_HOUSING: PublicHousingRecord(region, ADDRESS, SINCE, (mother,), now, DIGEST),
        inquiry.RESIDENCE_PERMIT: PermitRecord(mother, region, SINCE, now, DIGEST),
        inquiry.SOCIAL_INSURANCE: InsuranceRecord(mother, region, spans, now, DIGEST),
        inquiry.SOLE_PROPRIETOR_LICENCE: LicenceRecord(mother, region, SINCE, now, DIGEST),
        inquiry.COMPANY_REGISTRATION: CompanyRecord(mother, region, SINCE, now, DIGEST),
    }
    for item, record in records.items():
        departments.hold(item, mother, record)
    return departments
