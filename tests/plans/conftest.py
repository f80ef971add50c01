"""A copy of the demonstration plan that a test can spoil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.plan_files import PlanFiles, PlanInvalid
from tests.fakes.plans import PLANS_FOLDER

Spoil = Callable[[str, str], PlanInvalid]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Replace one text of the demonstration plan and give the refusal that reading it meets."""
    text = (PLANS_FOLDER / "370102" / "2027.yml").read_text(encoding="utf-8")
    file = tmp_path / "plans" / "370102" / "2027.yml"
    file.parent.mkdir(parents=True)

    def spoiled(old: str, new: str) -> PlanInvalid:
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(PlanInvalid) as refused:
            PlanFiles(tmp_path / "plans")
        return refused.value

    return spoiled
