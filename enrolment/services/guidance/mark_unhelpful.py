"""Remember the question before, when a guardian says that its answer was of no use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from enrolment.guidance_ports import LastQuestions
from enrolment.model.answering.understood import AskedSpan, Understood
from enrolment.model.guidance.gaps import GapKind
from enrolment.services.guidance.record_gap import RecordGap


def mark_unhelpful(
    conversation_id: str,
    county: str,
    spans: Sequence[AskedSpan] = (),
    *,
    questions: LastQuestions,
    record: Callable[[RecordGap], None],
) -> bool:
    """Keep the guardian's last question as a gap, or each of its questions; False where there was none.

    `spans` are the questions found in that message; where they do not reach to its end they belong to
    another, and it is kept whole. Topics stay open: whoever lists gaps reads what is asked.
    """
    text = questions.before_last(conversation_id)
    fitting = spans if spans and spans[-1].end == len(text) else ()
    asked = Understood("", (), questions=tuple(fitting)).questions_of(text)
    for question, _ in asked if text else ():
        record(RecordGap(county, GapKind.UNHELPFUL, "", question))
    return bool(text)
