"""Summaries of handovers as text."""

from __future__ import annotations

import json

from enrolment.model.handover import Asked, Summary


def dump_summary(summary: Summary) -> str:
    """Write what a person reads first."""
    asked = [[each.topic, each.answered] for each in summary.asked]
    return json.dumps(
        {"step": summary.step, "facts": dict(summary.facts), "asked": asked}, ensure_ascii=False
    )


def load_summary(text: str) -> Summary:
    """Read what a person reads first."""
    raw = json.loads(text)
    return Summary(raw["step"], raw["facts"], tuple(Asked(*each) for each in raw["asked"]))
