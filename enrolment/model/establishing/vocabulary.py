"""What each data item can say: the facts that its records settle, whatever a plan makes of them."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.establishing.inquiry import (
    BIRTH_CERTIFICATE,
    COMPANY_REGISTRATION,
    HOUSEHOLD_MEMBERS,
    LEASE_FILING,
    MARRIAGE,
    PRESALE_CONTRACT,
    PUBLIC_HOUSING,
    REAL_ESTATE,
    RESIDENCE_PERMIT,
    SEAT_RECORDS,
    SOCIAL_INSURANCE,
    SOLE_PROPRIETOR_LICENCE,
)

SETTLED_BY: Mapping[str, frozenset[str]] = {
    HOUSEHOLD_MEMBERS: frozenset(
        {
            "birth_date",
            "guardian_of_child",
            "hukou_address",
            "hukou_collective",
            "hukou_in_city",
            "hukou_in_county",
            "hukou_since",
            "hukou_since_birth",
            "hukou_with_grandparent",
            "hukou_with_guardian",
            "three_generations_since",
        }
    ),
    REAL_ESTATE: frozenset(
        {
            "grandparent_home_address",
            "grandparent_home_in_county",
            "guardians_home_in_city",
            "home_address",
            "home_at_hukou",
            "home_in_county",
            "home_owner",
            "home_share",
            "home_since",
            "home_use",
        }
    ),
    BIRTH_CERTIFICATE: frozenset({"birth_date", "guardian_of_child"}),
    PRESALE_CONTRACT: frozenset(
        {"contract_address", "contract_delivered", "contract_filed_on", "contract_in_county"}
    ),
    LEASE_FILING: frozenset({"lease_address", "lease_filed_on", "lease_in_county", "lease_since"}),
    PUBLIC_HOUSING: frozenset({"public_housing_address", "public_housing_in_county", "public_housing_since"}),
    RESIDENCE_PERMIT: frozenset({"permit_in_county", "permit_since"}),
    SOCIAL_INSURANCE: frozenset({"insurance_months", "insurance_since", "insured_in_county"}),
    SOLE_PROPRIETOR_LICENCE: frozenset({"licence_in_county", "licence_since"}),
    COMPANY_REGISTRATION: frozenset({"company_in_county", "company_since"}),
    MARRIAGE: frozenset({"parents_married"}),
    SEAT_RECORDS: frozenset({"home_seat_used", "home_seat_used_by_sibling", "home_seat_used_on"}),
}
