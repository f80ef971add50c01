"""A database of published plans, and a desk to write plans at."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.published import PlanVersions
from tests.storage.published.samples import PlanDesk


@pytest.fixture
def desk(tmp_path: Path) -> PlanDesk:
    """A folder of plan files."""
    return PlanDesk(tmp_path / "plans")


@pytest.fixture
def versions(engine: Engine) -> PlanVersions:
    """The published versions of an empty database."""
    return PlanVersions(engine)
