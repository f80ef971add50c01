"""What the departments hold about a family."""

from sandbox.families.records.filing import OddFiling, Oddity
from sandbox.families.records.household import BirthCertificate, HukouBook, Marriage, Member
from sandbox.families.records.housing import Home, Lease, PresaleContract, PublicHousing, Share
from sandbox.families.records.living import Company, Insurance, Licence, Permit, SeatUse
from sandbox.families.records.papers import Papers

__all__ = [
    "BirthCertificate",
    "Company",
    "Home",
    "HukouBook",
    "Insurance",
    "Lease",
    "Licence",
    "Marriage",
    "Member",
    "OddFiling",
    "Oddity",
    "Papers",
    "Permit",
    "PresaleContract",
    "PublicHousing",
    "SeatUse",
    "Share",
]
