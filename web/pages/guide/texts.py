"""The plan's own texts with their placeholders filled, ready to be published."""

from __future__ import annotations

from typing import Final

from enrolment.model.errors import EnrolmentError
from enrolment.model.placeholders import OF_THE_FAMILY, complete
from enrolment.model.plan import Plan, Stage, Window

STAGES: Final = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}


class GuideUnfinished(EnrolmentError):
    """A text of the plan cannot be published as it stands; the message names its place."""


def told(text: str, plan: Plan, place: str) -> str:
    """Fill a text for everybody: what depends on one family is left out.

    Raises GuideUnfinished where a placeholder cannot be filled.
    """
    try:
        return complete(text, plan, dict.fromkeys(OF_THE_FAMILY, "")).strip()
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        name = f"{plan.county}/{plan.year}"
        advice = f"run `ruxue plan check {name}`, which says what to write instead"
        raise GuideUnfinished(f"{name}: {place}: a placeholder cannot be filled; {advice}") from error


def short_span(window: Window) -> str:
    """Say a window without its year: 6月1日至6月25日."""
    opens, closes = window.opens, window.closes
    return f"{opens.month}月{opens.day}日至{closes.month}月{closes.day}日"
