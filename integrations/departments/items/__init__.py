"""The data items of the exchange: how each is asked for and read, one file each."""

from __future__ import annotations

from collections.abc import Mapping

from integrations.departments.items.birth_certificate import BirthCertificate
from integrations.departments.items.company_registration import CompanyRegistration
from integrations.departments.items.data_item import DataItem, Subject
from integrations.departments.items.household_members import HouseholdMembers
from integrations.departments.items.lease_filing import LeaseFiling
from integrations.departments.items.marriage import Marriage
from integrations.departments.items.presale_contract import PresaleContract
from integrations.departments.items.public_housing import PublicHousing
from integrations.departments.items.real_estate import RealEstate
from integrations.departments.items.residence_permit import ResidencePermit
from integrations.departments.items.seat_records import SeatRecords
from integrations.departments.items.social_insurance import SocialInsurance
from integrations.departments.items.sole_proprietor_licence import SoleProprietorLicence

DATA_ITEMS: Mapping[str, DataItem] = {
    "household_members": HouseholdMembers(),
    "residence_permit": ResidencePermit(),
    "marriage": Marriage(),
    "social_insurance": SocialInsurance(),
    "real_estate": RealEstate(),
    "presale_contract": PresaleContract(),
    "lease_filing": LeaseFiling(),
    "public_housing": PublicHousing(),
    "birth_certificate": BirthCertificate(),
    "sole_proprietor_licence": SoleProprietorLicence(),
    "company_registration": CompanyRegistration(),
    "seat_records": SeatRecords(),
}
"""Every data item as the sandbox's exchange words it; another exchange words them in a mapping file."""

__all__ = ["DATA_ITEMS", "DataItem", "Subject"]
