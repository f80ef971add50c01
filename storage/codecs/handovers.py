"""Summaries of handovers as text."""

from __future__ import annotations

import json

from enrolment.model.handover import Asked, Summary


def dump_summary(summary: Summary) -> str:
    """Write what a person reads first."""
    asked = [[each.topic, each.answered] for each in summary.asked]
    told = {"step": summary.step, "facts": dict(summary.facts), "asked": asked}
    return json.dumps(told | {"pictures": summary.pictures}, ensure_ascii=False)


def load_summary(text: str) -> Summary:
    """Read what a person reads first."""
    raw = json.loads(text)
    asked = tuple(Asked(*each) for each in raw["asked"])
    return Summary(raw["step"], raw["facts"], asked, tuple(raw.get("pictures", ())))
