"""The synthetic families: every name, number and address in them is made up; any likeness is chance."""

from sandbox.families.family import Family, Situation, TrueCategory
from sandbox.families.people import Person, Sex
from sandbox.families.population import DEFAULT_SEED, Population, families, find
from sandbox.families.records import BirthCertificate, Home, HukouBook, Member, Share

__all__ = [
    "DEFAULT_SEED",
    "BirthCertificate",
    "Family",
    "Home",
    "HukouBook",
    "Member",
    "Person",
    "Population",
    "Sex",
    "Share",
    "Situation",
    "TrueCategory",
    "families",
    "find",
]
