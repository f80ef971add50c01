"""Remember the question before, when a guardian says that its answer was of no use."""

from __future__ import annotations

from collections.abc import Callable

from enrolment.guidance_ports import LastQuestions
from enrolment.model.guidance.gaps import GapKind
from enrolment.services.guidance.record_gap import RecordGap


def mark_unhelpful(
    conversation_id: str, county: str, *, questions: LastQuestions, record: Callable[[RecordGap], None]
) -> bool:
    """Keep the guardian's last question as a gap; False where there was none to keep.

    Its topic stays open: whoever lists gaps reads what it asks.
    """
    text = questions.before_last(conversation_id)
    if text:
        record(RecordGap(county, GapKind.UNHELPFUL, "", text))
    return bool(text)
