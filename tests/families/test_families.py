"""Every family of every file (docs/families.md), decided under the plan its file is written for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cli.decide import lines_of
from enrolment.model.plan import Plan
from storage.family_files import FamilyCase, judge, read_families
from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER
from tests.mutation.shipped import plan_names

FEWEST_FAMILIES = 120
FOLDER = Path(__file__).parent
CASES = [case for path in sorted(FOLDER.glob("*/*.yml")) for case in read_families(path)]


@cache
def plan_named(name: str) -> Plan:
    """A shipped plan, loaded once."""
    return load(PLANS_FOLDER / f"{name}.yml").plan


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.plan_name}:{case.name}")
def test_family_is_decided_as_an_official_expects_when_its_file_is_read(case: FamilyCase) -> None:
    """Category, papers, school and whatever else the file says."""
    assert case.expect is not None, f"{case.file}: {case.name}: write 应当"
    verdict = judge(case, plan_named(case.plan_name))
    assert not verdict.differences, "\n".join(lines_of(case, verdict))


def test_names_are_unlike_when_families_of_a_plan_are_told_apart() -> None:
    """A family is found by its name."""
    names = [(case.plan_name, case.name) for case in CASES]
    assert len(names) == len(set(names))


def test_families_are_enough_when_all_files_are_counted() -> None:
    """A plan is held against many families, a handful proves nothing."""
    assert len(CASES) >= FEWEST_FAMILIES


@pytest.mark.parametrize("name", plan_names())
def test_every_category_is_expected_of_a_family_when_a_plan_is_shipped(name: str) -> None:
    """A category that no family is expected in is one nobody looked at."""
    expected = {case.expect.category for case in CASES if case.plan_name == name and case.expect}
    titles = {category.title for category in plan_named(name).categories}
    assert titles - expected == set()


@pytest.mark.parametrize("name", plan_names())
def test_every_stage_is_applied_for_when_a_plan_is_shipped(name: str) -> None:
    """Primary and junior school have windows, zones and seats of their own."""
    assert {case.stage for case in CASES if case.plan_name == name} == set(plan_named(name).stages)
