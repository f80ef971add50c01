"""Facts about a family's work: social insurance, a sole proprietor's licence, a company.

What lies in another place has no day here: months of it would count for what is meant for this one.
"""

from __future__ import annotations

from datetime import date

from enrolment.model.establishing.inquiry import (
    COMPANY_REGISTRATION,
    SOCIAL_INSURANCE,
    SOLE_PROPRIETOR_LICENCE,
)
from enrolment.model.establishing.reading import Reading, Values
from enrolment.model.establishing.records import (
    CompanyRecord,
    InsuranceRecord,
    LicenceRecord,
    PaidSpan,
)
from enrolment.model.establishing.versions import Version, versions_of

_NO_INSURANCE: Values = {"insured_in_county": False, "insurance_months": 0, "insurance_since": None}
_NO_LICENCE: Values = {"licence_in_county": False, "licence_since": None}
_NO_COMPANY: Values = {"company_in_county": False, "company_since": None}
_MONTHS_OF_YEAR = 12


def insurance_versions(reading: Reading) -> list[Version]:
    """The facts as each guardian's insurance in the city would make them; months are not added up."""
    found: list[tuple[InsuranceRecord, Values]] = []
    for person in sorted(reading.guardians):
        records = [
            each
            for each in reading.findings.of_kind(InsuranceRecord)
            if each.insured == person and each.region in reading.plan.city_areas
        ]
        months = sorted({month for each in records for span in each.spans for month in _months_of(span)})
        if months:
            values: Values = {
                "insured_in_county": True,
                "insurance_months": len(months),
                "insurance_since": _run_since(months),
            }
            found.append((records[0], values))
    found.sort(key=lambda each: -_paid(each[1]))
    return versions_of(reading, SOCIAL_INSURANCE, found, _NO_INSURANCE)


def licence_versions(reading: Reading) -> list[Version]:
    """The facts as each sole proprietor's licence of the guardians would make them."""
    licences = [each for each in reading.findings.of_kind(LicenceRecord) if each.holder in reading.guardians]
    found: list[tuple[LicenceRecord, Values]] = [
        (each, {"licence_in_county": here, "licence_since": each.since if here else None})
        for each in sorted(licences, key=lambda each: each.since)
        for here in [each.region in reading.plan.areas]
    ]
    return versions_of(reading, SOLE_PROPRIETOR_LICENCE, found, _NO_LICENCE)


def company_versions(reading: Reading) -> list[Version]:
    """The facts as each company of the guardians would make them."""
    companies = [each for each in reading.findings.of_kind(CompanyRecord) if each.holder in reading.guardians]
    found: list[tuple[CompanyRecord, Values]] = [
        (each, {"company_in_county": here, "company_since": each.since if here else None})
        for each in sorted(companies, key=lambda each: each.since)
        for here in [each.region in reading.plan.areas]
    ]
    return versions_of(reading, COMPANY_REGISTRATION, found, _NO_COMPANY)


def _months_of(span: PaidSpan) -> range:
    return range(_month(span.first), _month(span.last) + 1)


def _month(day: date) -> int:
    return day.year * _MONTHS_OF_YEAR + day.month - 1


def _run_since(months: list[int]) -> date:
    """The first day of the last run of months without a gap."""
    first = months[-1]
    while first - 1 in months:
        first -= 1
    year, month = divmod(first, _MONTHS_OF_YEAR)
    return date(year, month + 1, 1)


def _paid(values: Values) -> int:
    months = values["insurance_months"]
    return months if isinstance(months, int) else 0
