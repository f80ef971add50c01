"""The consent card: what would be looked up where, and what for."""

from __future__ import annotations

from bot.messages import Card, Row
from enrolment.services.consents.list_requests import ConsentRequest

_SEPARATE = "孩子不满14周岁，这是请您作为监护人，为孩子的信息单独作出的同意。"

_ALWAYS = (
    "只用于这一次入学报名，您可以随时撤回：回复“我同意了哪些”就能看、能改。"
    "不同意的项目，可以改为自己带材料核对。"
)


def consent_card(request: ConsentRequest) -> Card:
    """Show one row per data item, department first."""
    separate = _SEPARATE if request.under_14 else ""
    return Card(
        kind="consent",
        title="请您同意后，我们才会查询",
        rows=tuple(
            Row(item.department_title, item.title, f"用来{_after_use(item.purpose)}")
            for item in request.items
        ),
        footer=f"{separate}{_ALWAYS}",
    )


def _after_use(purpose: str) -> str:
    return purpose.removeprefix("用于").removeprefix("用来").rstrip("。")
