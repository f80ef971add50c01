"""The school stages a plan can enrol for."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The school stage a child enters."""

    PRIMARY = "primary"
    JUNIOR = "junior"
