"""The outcome of a case as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from enrolment.model.decision import CategoryDecision, Outcome, Reason, RuledOut, SchoolMatch
from enrolment.model.facts import Answer


def dump_outcome(outcome: Outcome) -> str:
    """Write a decision with its reasons, the school and the papers needed."""
    # default=: the only other values in an outcome are dates and moments.
    return json.dumps(asdict(outcome), ensure_ascii=False, default=lambda value: value.isoformat())


def load_outcome(text: str) -> Outcome:
    """Read a decision with its reasons, the school and the papers needed.

    What an outcome stored by an earlier version does not say stays empty.
    """
    raw = json.loads(text)
    return Outcome(
        decision=_load_decision(raw["decision"]),
        school=_load_school(raw["school"]),
        documents=tuple(raw["documents"]),
        pending=raw["pending"],
    )


def _load_decision(raw: Mapping[str, Any]) -> CategoryDecision:
    return CategoryDecision(
        category=raw["category"],
        title=raw["title"],
        clause=raw["clause"],
        provisional=raw["provisional"],
        reasons=tuple(_load_reason(reason) for reason in raw["reasons"]),
        deciding_facts=tuple(raw["deciding_facts"]),
        on=date.fromisoformat(raw["on"]),
        also=tuple(raw.get("also", ())),
        ruled_out=tuple(_load_ruled_out(each) for each in raw.get("ruled_out", ())),
        plan_version=raw.get("plan_version", ""),
    )


def _load_ruled_out(raw: Mapping[str, Any]) -> RuledOut:
    reasons = tuple(_load_reason(reason) for reason in raw["reasons"])
    return RuledOut(category=raw["category"], title=raw["title"], reasons=reasons)


def _load_reason(raw: Mapping[str, Any]) -> Reason:
    obtained_at = raw["obtained_at"]
    return Reason(
        fact=raw["fact"],
        title=raw["title"],
        answer=Answer(raw["answer"]),
        holds=raw["holds"],
        clause=raw["clause"],
        source=raw["source"],
        obtained_at=None if obtained_at is None else datetime.fromisoformat(obtained_at),
        wanted=raw.get("wanted", ""),
        found=raw.get("found", ""),
        lines=tuple(raw.get("lines", ())),
    )


def _load_school(raw: Mapping[str, Any]) -> SchoolMatch:
    return SchoolMatch(
        school=raw["school"],
        reason=raw["reason"],
        candidates=tuple(raw["candidates"]),
        question=raw.get("question", ""),
        by=raw.get("by", ""),
    )
