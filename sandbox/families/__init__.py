"""The synthetic families: every name, number and address in them is made up; any likeness is chance."""

from sandbox.families.counties import COUNTIES
from sandbox.families.family import Family, TrueCategory
from sandbox.families.people import Person, Sex
from sandbox.families.population import (
    DEFAULT_COUNTY,
    DEFAULT_SEED,
    Population,
    all_families,
    families,
    find,
)
from sandbox.families.records import (
    BirthCertificate,
    Home,
    HukouBook,
    Member,
    OddFiling,
    Oddity,
    Papers,
    Share,
)
from sandbox.families.situations import Situation

__all__ = [
    "COUNTIES",
    "DEFAULT_COUNTY",
    "DEFAULT_SEED",
    "BirthCertificate",
    "Family",
    "Home",
    "HukouBook",
    "Member",
    "OddFiling",
    "Oddity",
    "Papers",
    "Person",
    "Population",
    "Sex",
    "Share",
    "Situation",
    "TrueCategory",
    "all_families",
    "families",
    "find",
]
