"""List the filings that still wait for a department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from enrolment.model.application import Application
from enrolment.model.facts import Answer
from enrolment.ports import BeginWork, Clock


@dataclass(frozen=True, slots=True)
class PendingFiling:
    """A filing, since when it waits, and the facts nobody answered, by key."""

    application_id: str
    county: str
    receipt_number: str
    filed_at: datetime
    facts: tuple[str, ...]


def list_pending(
    county: str, waiting: timedelta, *, begin: BeginWork, clock: Clock
) -> tuple[PendingFiling, ...]:
    """The filings of a county (empty: of all) that wait longer than this for a department, oldest first."""
    with begin() as work:
        cases = work.cases.waiting(county, clock.now() - waiting)
    return tuple(filing for case in cases if (filing := _pending(case)).facts)


def _pending(case: Application) -> PendingFiling:
    silent = tuple(name for name, fact in case.facts.items() if fact.answer is Answer.UNAVAILABLE)
    filed_at = case.submitted_at or case.events[0].at
    return PendingFiling(case.id, case.county, case.receipt_number or "", filed_at, silent)
