"""Small words that telling changes needs again and again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from enrolment.model.placeholders import complete
from enrolment.model.plan import Plan, Stage, Window
from enrolment.model.plan.clauses import day

STAGES: Final = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}
NONE: Final = "没有"


def yes(flag: bool) -> str:  # noqa: FBT001 - it is the thing said
    """Say yes or no."""
    return "是" if flag else "否"


def listed(names: Iterable[str]) -> str:
    """Say a list."""
    return "、".join(names) or NONE


def span(window: Window) -> str:
    """Say a window."""
    return f"{day(window.opens)}至{day(window.closes)}"


def filled(text: str, plan: Plan) -> str:
    """Fill a text's placeholders; as it is written where the plan cannot fill them."""
    try:
        return complete(text, plan)
    except (AttributeError, LookupError, TypeError, ValueError):
        return text
