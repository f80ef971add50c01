"""Which clauses a conversation was given, and which of them read otherwise in a newer version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.placeholders import complete
from enrolment.model.plan import Plan


@dataclass(frozen=True, slots=True)
class ToldClause:
    """One clause a conversation was given, by the newest version it was given by; nobody is named."""

    conversation_id: str
    county: str
    year: int
    clause: str
    version: str
    told_at: datetime


@dataclass(frozen=True, slots=True)
class ClauseNotice:
    """What a conversation is to be told: these clauses read otherwise in this version."""

    conversation_id: str
    county: str
    year: int
    version: str
    clauses: tuple[str, ...]
    queued_at: datetime


def outdated(
    told: Iterable[ToldClause], current: Plan, earlier: Mapping[str, Plan]
) -> tuple[ToldClause, ...]:
    """Those told that the plan in force words otherwise, or has no more; `earlier` are plans by version.

    A version nobody has any more counts as worded otherwise: better one notice too many.
    """
    return tuple(
        each
        for each in told
        if each.version != current.version
        and _worded(earlier.get(each.version), each.clause) != _worded(current, each.clause)
    )


def _worded(plan: Plan | None, key: str) -> tuple[str, str] | None:
    clause = plan.clauses.get(key) if plan is not None else None
    return (clause.title, complete(clause.text, plan)) if clause is not None and plan is not None else None
