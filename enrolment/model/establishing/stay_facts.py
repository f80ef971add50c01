"""Facts about where a family lives without owning: contract, lease, public housing, residence permit.

A lease, a home or a permit of another place has no day here: months of it would earn what is meant for
living here.
"""

from __future__ import annotations

from enrolment.model.establishing.inquiry import (
    LEASE_FILING,
    PRESALE_CONTRACT,
    PUBLIC_HOUSING,
    RESIDENCE_PERMIT,
)
from enrolment.model.establishing.reading import Reading, Values
from enrolment.model.establishing.records import (
    LeaseRecord,
    PermitRecord,
    PresaleRecord,
    PublicHousingRecord,
)
from enrolment.model.establishing.versions import Version, versions_of

_NO_CONTRACT: Values = {
    "contract_in_county": False,
    "contract_delivered": False,
    "contract_filed_on": None,
    "contract_address": None,
}
_NO_LEASE: Values = {
    "lease_in_county": False,
    "lease_filed_on": None,
    "lease_since": None,
    "lease_address": None,
}
_NO_PUBLIC_HOUSING: Values = {
    "public_housing_in_county": False,
    "public_housing_since": None,
    "public_housing_address": None,
}
_NO_PERMIT: Values = {"permit_in_county": False, "permit_since": None}


def contract_versions(reading: Reading) -> list[Version]:
    """The facts as each filed contract of the guardians would make them."""
    contracts = [
        each
        for each in reading.findings.of_kind(PresaleRecord)
        if not reading.guardians.isdisjoint(each.buyers)
    ]
    found: list[tuple[PresaleRecord, Values]] = [
        (
            each,
            {
                "contract_in_county": each.region in reading.plan.areas,
                "contract_delivered": each.delivered,
                "contract_filed_on": each.filed_on,
                "contract_address": each.address,
            },
        )
        for each in sorted(contracts, key=lambda each: each.filed_on)
    ]
    return versions_of(reading, PRESALE_CONTRACT, found, _NO_CONTRACT)


def lease_versions(reading: Reading) -> list[Version]:
    """The facts as each filed lease of the guardians would make them."""
    leases = [
        each
        for each in reading.findings.of_kind(LeaseRecord)
        if not reading.guardians.isdisjoint(each.tenants)
    ]
    found: list[tuple[LeaseRecord, Values]] = [
        (
            each,
            {
                "lease_in_county": here,
                "lease_filed_on": each.filed_on if here else None,
                "lease_since": each.since if here else None,
                "lease_address": each.address,
            },
        )
        for each in sorted(leases, key=lambda each: each.filed_on)
        for here in [each.region in reading.plan.areas]
    ]
    return versions_of(reading, LEASE_FILING, found, _NO_LEASE)


def public_housing_versions(reading: Reading) -> list[Version]:
    """The facts as each public low-rent home of the guardians would make them."""
    homes = [
        each
        for each in reading.findings.of_kind(PublicHousingRecord)
        if not reading.guardians.isdisjoint(each.tenants)
    ]
    found: list[tuple[PublicHousingRecord, Values]] = [
        (
            each,
            {
                "public_housing_in_county": here,
                "public_housing_since": each.since if here else None,
                "public_housing_address": each.address,
            },
        )
        for each in sorted(homes, key=lambda each: each.since)
        for here in [each.region in reading.plan.areas]
    ]
    return versions_of(reading, PUBLIC_HOUSING, found, _NO_PUBLIC_HOUSING)


def permit_versions(reading: Reading) -> list[Version]:
    """The facts as each residence permit of the guardians would make them."""
    permits = [each for each in reading.findings.of_kind(PermitRecord) if each.holder in reading.guardians]
    found: list[tuple[PermitRecord, Values]] = [
        (each, {"permit_in_county": here, "permit_since": each.since if here else None})
        for each in sorted(permits, key=lambda each: each.since)
        for here in [each.region in reading.plan.areas]
    ]
    return versions_of(reading, RESIDENCE_PERMIT, found, _NO_PERMIT)
