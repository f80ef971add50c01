"""The consent card: what would be looked up where, and what for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import Card, Row
from enrolment.model.plan import DataItem


def consent_card(items: Sequence[DataItem]) -> Card:
    """Show one row per data item, department first."""
    return Card(
        kind="consent",
        title="请您同意后，我们才会查询",
        rows=tuple(
            Row(item.department_title, item.title, f"用来{_after_use(item.purpose)}") for item in items
        ),
        footer="只用于这一次入学报名，您可以随时撤回同意。不同意的项目，可以改为自己带材料核对。",
    )


def _after_use(purpose: str) -> str:
    return purpose.removeprefix("用于").removeprefix("用来").rstrip("。")
