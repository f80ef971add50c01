"""Reasons as a guardian should read them: how each stands, and only those that say something."""

from __future__ import annotations

from collections.abc import Sequence

from enrolment.model.deciding.reasons import OWN_WORDS
from enrolment.services.deciding.describe_outcome import ReasonWords

YES_OR_NO = ("是", "否")
_CHECKED = "已核实"
CHECKED = f"，{_CHECKED}"
_NOTHING_OF_IT = "0%"


def standing(reason: ReasonWords) -> str:
    """Say how a fact stands: the figure or word on record where there is one, else yes or no."""
    finding = reason.finding
    if reason.source == OWN_WORDS:
        # What a guardian did not raise is settled, but no record says so.
        finding = finding.replace(_CHECKED, "按您的说明")
    if not reason.found or reason.found in YES_OR_NO:
        return finding
    for answer in YES_OR_NO:
        finding = finding.removeprefix(f"{answer}，")
    return f"{reason.found}，{finding}"


def rule_in_short(reason: ReasonWords) -> str:
    """What the rule wants, where it is more than a yes or a no and not just what was found."""
    return "" if reason.wanted in {"", reason.found, *YES_OR_NO} else f"规定{reason.wanted}"


def telling(reasons: Sequence[ReasonWords]) -> list[ReasonWords]:
    """Leave out what another reason says already: without a home there is no share of it."""
    without_home = any(reason.found == "否" for reason in reasons)
    return [reason for reason in reasons if not (without_home and reason.found.startswith(_NOTHING_OF_IT))]
