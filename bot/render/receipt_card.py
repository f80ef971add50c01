"""The receipt card: the number, the time, and what comes next."""

from __future__ import annotations

from bot.messages import Card, Row
from bot.render.words import STAGES, moment
from enrolment.services.deciding.describe_outcome import OPEN_CATEGORY
from enrolment.services.filing.show_progress import CaseProgress


def receipt_card(case: CaseProgress, child: str) -> Card:
    """Draw the receipt of a filed application."""
    rows = [
        Row("受理编号", case.receipt_number or ""),
        Row("孩子", child),
        Row("报名", f"{case.year}年{STAGES[case.stage]}"),
    ]
    if case.submitted_at:
        rows.append(Row("提交时间", moment(case.submitted_at)))
    if case.category_open:
        rows.append(Row("报名类型", OPEN_CATEGORY))
    rows += [Row("现在", case.label), Row("下一步", case.next_step)]
    return Card("receipt", "报名已提交", tuple(rows), "请记下受理编号。回复“进度”，随时可以查看办到哪一步。")
