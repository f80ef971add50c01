"""Small words that several cards share."""

from __future__ import annotations

from datetime import datetime

from enrolment.model.plan import Stage

STAGES = {Stage.PRIMARY: "小学", Stage.JUNIOR: "初中"}
DEMONSTRATION = "演示数据，不作为正式依据。"


def moment(at: datetime) -> str:
    """A moment as people write it."""
    return f"{at.month}月{at.day}日 {at:%H:%M}"
