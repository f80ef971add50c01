"""Remember a question that got no answer, or a bad one."""

from __future__ import annotations

from dataclasses import dataclass, field

from enrolment.guidance_ports import Gaps
from enrolment.model.guidance.gaps import Gap, GapKind
from enrolment.ports import Clock, Ids

LONGEST = 500


@dataclass(frozen=True, slots=True)
class RecordGap:
    """A question as the engine saw it: what is personal in it was taken out before."""

    county: str
    kind: GapKind
    topic: str
    text: str = field(repr=False)


def record_gap(cmd: RecordGap, *, gaps: Gaps, ids: Ids, clock: Clock) -> None:
    """Keep the question, cut to a length that tells what it asks; nothing of an empty one."""
    text = cmd.text.strip()[:LONGEST]
    if text:
        gaps.add(Gap(ids.new(), cmd.county, cmd.kind, cmd.topic, text, clock.now()))
