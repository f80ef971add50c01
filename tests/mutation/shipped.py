"""The shipped plans that enrol, and their families."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from storage.family_files import FamilyCase, read_families
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER

FAMILIES_FOLDER = Path(__file__).resolve().parents[1] / "families"


@cache
def plan_names() -> tuple[str, ...]:
    """Every plan that is not only there to be extended, by code and year."""
    return tuple(f"{plan.county}/{plan.year}" for plan in PlanFiles(PLANS_FOLDER).counties())


@cache
def every_case() -> tuple[FamilyCase, ...]:
    """Every family of every file."""
    files = sorted(FAMILIES_FOLDER.glob("*/*.yml"))
    return tuple(case for path in files for case in read_families(path))


def cases_of(plan_name: str) -> list[FamilyCase]:
    """The families written for a plan."""
    return [case for case in every_case() if case.plan_name == plan_name]
