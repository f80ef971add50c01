"""A small province of plan files that a test can spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.plan_files import PlanInvalid, load

SAMPLE = Path(__file__).parent / "sample"
COUNTY = "990102/2027.yml"
Spoil = Callable[[str, str], PlanInvalid]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a province, its city and its county."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "plans"))


@pytest.fixture
def county(folder: Path) -> Path:
    """The county's file in the copy."""
    return folder / COUNTY


@pytest.fixture
def spoil(county: Path) -> Spoil:
    """Replace one text of the county's file and give the refusal that loading it meets."""
    text = county.read_text(encoding="utf-8")

    def spoiled(old: str, new: str) -> PlanInvalid:
        assert old in text
        county.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(PlanInvalid) as refused:
            load(county)
        return refused.value

    return spoiled
