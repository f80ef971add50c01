"""The decision card: category, reasons with clause and source, school, papers still needed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import Card, Row, Tone
from bot.render.words import DEMONSTRATION, moment
from enrolment.services.deciding.describe_outcome import OPEN_CATEGORY, OutcomeWords, ReasonWords
from enrolment.services.deciding.outcome_words import CHECKED, rule_in_short, standing, telling

_FEW = 4
_UNDECIDED = "入学类型暂时还不能确定"


def decision_card(outcome: OutcomeWords) -> Card:
    """Draw an outcome."""
    title = f"入学类型：{outcome.category}" if outcome.category else _UNDECIDED
    if outcome.category and outcome.provisional:
        title += "（待核实）"
    mark = DEMONSTRATION if outcome.demonstration else ""
    return Card(
        kind="decision",
        title=title,
        rows=tuple(_rows(outcome)),
        footer=f"{outcome.plan_words}，最终以审核结果为准。{mark}",
    )


def _rows(outcome: OutcomeWords) -> Iterator[Row]:
    """What a family wants to know first, then why."""
    papers = "、".join(outcome.documents)
    tone = Tone.TO_DO if papers else Tone.GOOD
    yield Row("还需要带的材料", papers or "不用带任何材料", tone=tone)
    if not outcome.category:
        yield Row("报名类型", OPEN_CATEGORY, tone=Tone.PLAIN)
        yield Row("还要弄清楚的", "、".join(outcome.to_clear))
    yield Row("对口学校", *_school(outcome))
    if outcome.category:
        yield Row("依据条款", outcome.clause_title, outcome.clause)
    if outcome.also:
        yield Row("可以同时申请", "、".join(outcome.also))
    for reason in telling(outcome.reasons):
        tone = Tone.CHECKED if standing(reason).endswith(CHECKED) else Tone.PLAIN
        yield Row(reason.title, standing(reason), _origin(reason), tone)
    settled = {reason.title for reason in outcome.reasons}
    for reason in outcome.pending:
        if reason.title not in settled:
            yield Row(reason.title, reason.finding, reason.source)


def _origin(reason: ReasonWords) -> str:
    when = moment(reason.obtained_at) if reason.obtained_at else ""
    return " · ".join(part for part in (rule_in_short(reason), reason.source, when, reason.clause) if part)


def _school(outcome: OutcomeWords) -> tuple[str, str]:
    if outcome.school:
        phone = f"咨询电话 {outcome.school_phone}" if outcome.school_phone else ""
        return outcome.school, " · ".join(part for part in (outcome.school_note, phone) if part)
    candidates = "可能是：" + "、".join(outcome.candidates) if 0 < len(outcome.candidates) <= _FEW else ""
    return outcome.school_note, candidates
