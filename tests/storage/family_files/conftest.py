"""Files of families that a test can write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.family_files import FamilyCase, FamilyInvalid, judge, read_families
from tests.fakes import demonstration_plan

Write = Callable[[str], Path]
Family = Callable[[str], FamilyCase]
Refusal = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the text of a file."""

    def written(text: str) -> Path:
        path = tmp_path / "families.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def family(write: Write) -> Family:
    """Read one family from the fields given, under the demonstration plan."""

    def read(fields: str) -> FamilyCase:
        lines = "\n".join(f"    {line}" for line in fields.strip("\n").split("\n"))
        text = f"方案: 370102/2027\n今天: 2027-06-10\n家庭:\n  某家:\n{lines}\n"
        return read_families(write(text))[0]

    return read


@pytest.fixture
def refusal(family: Family) -> Refusal:
    """What is said of a family that cannot be used; the file's name left out."""

    def said(fields: str) -> str:
        with pytest.raises(FamilyInvalid) as refused:
            judge(family(fields), demonstration_plan())
        return str(refused.value).partition("families.yml:")[2]

    return said
