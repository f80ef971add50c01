"""A boundary of a plan that no family stands on is a boundary nobody checks."""

from __future__ import annotations

import pytest

from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER
from tests.mutation.score import score
from tests.mutation.shipped import cases_of, plan_names


@pytest.mark.parametrize("name", plan_names())
def test_some_family_notices_when_a_comparison_of_a_plan_is_changed(name: str) -> None:
    """Each comparison turned round, and with its edge left out or taken in."""
    result = score(load(PLANS_FOLDER / f"{name}.yml").plan, cases_of(name))
    assert result.mutants
    assert not result.flips_survived, "\n".join(str(each) for each in result.flips_survived)
