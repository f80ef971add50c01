"""Families as YAML files: what a plan makes of them, and what an official expects (docs/families.md)."""

from storage.family_files.case import FamilyCase
from storage.family_files.errors import FamilyInvalid
from storage.family_files.judging import Difference, Verdict, judge
from storage.family_files.read import read_families

__all__ = ["Difference", "FamilyCase", "FamilyInvalid", "Verdict", "judge", "read_families"]
