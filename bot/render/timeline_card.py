"""The timeline card: what happened to each application, in words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import Card, Row
from bot.render.words import STAGES, moment
from enrolment.services.filing.show_progress import CaseProgress


def timeline_card(cases: list[tuple[CaseProgress, str]]) -> Card:
    """Draw the history of each application, newest application first, each with its child's name."""
    rows = tuple(row for case, child in cases for row in _rows(case, child))
    return Card("timeline", "报名进度", rows)


def _rows(case: CaseProgress, child: str) -> Iterator[Row]:
    number = f"受理编号 {case.receipt_number}" if case.receipt_number else ""
    yield Row(f"{child} · {case.year}年{STAGES[case.stage]}", case.label, number)
    for line in case.history:
        yield Row(moment(line.at), line.words)
    yield Row("下一步", case.next_step)
