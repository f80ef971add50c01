"""docs/plans.md tells an official every field and placeholder, and counts as the product does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from enrolment.model.months import complete_months
from enrolment.model.placeholders import built_in
from enrolment.model.plan import Plan
from storage.plan_files import PlanFiles
from storage.plan_files.schema import PlanPart
from tests.fakes.plans import PLANS_FOLDER

GUIDE = (Path(__file__).parents[2] / "docs" / "plans.md").read_text(encoding="utf-8")
REFERENCE_DATE = date(2027, 8, 31)


def parts(part: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A part of the schema with all the parts it is made of."""
    yield part
    for field in part.model_fields.values():
        for inner in models_in(field.annotation):
            yield from parts(inner)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The parts an annotation speaks of, however deep in lists and mappings."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def test_guide_names_every_field_when_an_official_looks_it_up() -> None:
    """A field nobody can find is a field nobody writes."""
    fields = {field.alias or name for part in parts(PlanPart) for name, field in part.model_fields.items()}
    words = set(re.findall(r"[a-z_]+", GUIDE))
    assert fields - words == set()


@pytest.mark.parametrize("plan", PlanFiles(PLANS_FOLDER).counties(), ids=lambda plan: plan.county)
def test_guide_names_every_placeholder_when_one_is_needed(plan: Plan) -> None:
    """By itself, or by the pattern of its kind."""
    stems = ("category_", "documents_", "points_", "primary_", "junior_", "phone_", "hours_", "email_")
    single = {name for name in built_in(plan) if not name.startswith(stems)}
    assert {name for name in single if f"`{{{name}}}`" not in GUIDE} == set()
    assert all(f"{{{stem}" in GUIDE for stem in stems if stem != "email_")


@pytest.mark.parametrize(
    ("begun", "to_the_same_day", "first_day_counts"),
    [(date(2027, 2, 28), 6, 6), (date(2027, 3, 1), 5, 6), (date(2027, 3, 2), 5, 5)],
)
def test_guide_counts_months_as_rules_do_when_a_day_decides(
    begun: date, to_the_same_day: int, first_day_counts: int
) -> None:
    """The table of examples holds."""
    assert f"| {begun} |" in GUIDE
    assert complete_months(begun, REFERENCE_DATE) == to_the_same_day
    assert complete_months(begun, REFERENCE_DATE, first_day_counts=True) == first_day_counts
