"""Reasons as a guardian should read them: how each stands, and only those that say something."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.services.describe_outcome import ReasonWords

YES_OR_NO = ("是", "否")
CHECKED = "，已核实"
_NOTHING_OF_IT = "0%"


def standing(reason: ReasonWords) -> str:
    """Say how a fact stands: the figure or word on record where there is one, else yes or no."""
    if not reason.found or reason.found in YES_OR_NO:
        return reason.finding
    status = reason.finding
    for answer in YES_OR_NO:
        status = status.removeprefix(f"{answer}，")
    return f"{reason.found}，{status}"


def telling(reasons: Sequence[ReasonWords]) -> list[ReasonWords]:
    """Leave out what another reason says already: without a home there is no share of it."""
    without_home = any(reason.found == "否" for reason in reasons)
    return [reason for reason in reasons if not (without_home and reason.found.startswith(_NOTHING_OF_IT))]
