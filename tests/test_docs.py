"""The documentation says what the code does."""

from __future__ import annotations

import re

from settings import ROOT, Settings

_ADR_NAME = re.compile(r"\d{4}-[a-z0-9-]+\.md")


def test_settings_are_documented_when_they_exist() -> None:
    """Every setting has a row in docs/settings.md, and every row a setting."""
    rows = set(re.findall(r"^\| `(RUXUE_\w+)`", (ROOT / "docs/settings.md").read_text(), re.MULTILINE))
    assert rows == {f"RUXUE_{name.upper()}" for name in Settings.model_fields}


def test_decisions_are_numbered_without_gaps_when_listed() -> None:
    """ADRs are numbered from 1, one file each."""
    names = sorted(path.name for path in (ROOT / "docs/adr").iterdir())
    assert all(_ADR_NAME.fullmatch(name) for name in names)
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
