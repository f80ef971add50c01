"""The timeline of a case: past-tense events, append-only, each chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from enrolment.model.errors import TimelineBroken

GENESIS = "0" * 64


class EventType(StrEnum):
    """What can happen to a case."""

    APPLICATION_OPENED = "ApplicationOpened"
    CONSENT_GRANTED = "ConsentGranted"
    CONSENT_REFUSED = "ConsentRefused"
    CONSENT_REVOKED = "ConsentRevoked"
    FACT_CONFIRMED = "FactConfirmed"
    FACT_CONTRADICTED = "FactContradicted"
    FACT_NOT_FOUND = "FactNotFound"
    DEPARTMENT_UNAVAILABLE = "DepartmentUnavailable"
    RECHECK_REQUESTED = "RecheckRequested"
    STATEMENT_CORRECTED = "StatementCorrected"
    CATEGORY_DECIDED = "CategoryDecided"
    APPLICATION_SUBMITTED = "ApplicationSubmitted"
    VERIFICATION_STARTED = "VerificationStarted"
    REVIEW_REQUESTED = "ReviewRequested"
    TAKEN_OVER = "TakenOver"
    DOCUMENTS_REQUESTED = "DocumentsRequested"
    PAPERS_HANDED_IN = "PapersHandedIn"
    APPLICATION_WITHDRAWN = "ApplicationWithdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, at its place in the chain.

    `details` holds keys of the plan (a data item, a fact, a category), never a value about a person.
    `hash` is the SHA-256, in hex, over the hash before it and everything here.
    """

    sequence: int
    type: EventType
    at: datetime
    details: Mapping[str, str]
    previous_hash: str
    hash: str


def append(timeline: Sequence[Event], kind: EventType, at: datetime, details: Mapping[str, str]) -> Event:
    """Make the event that comes next on a timeline."""
    previous = timeline[-1].hash if timeline else GENESIS
    sequence = len(timeline) + 1
    return Event(sequence, kind, at, details, previous, _digest(sequence, kind, at, details, previous))


def verify(timeline: Sequence[Event]) -> None:
    """Check the chain from its first event; raise TimelineBroken at the first link that does not hold."""
    previous = GENESIS
    for place, event in enumerate(timeline, start=1):
        expected = _digest(place, event.type, event.at, event.details, previous)
        if (event.sequence, event.previous_hash, event.hash) != (place, previous, expected):
            raise TimelineBroken(f"event {place} does not follow from the one before it")
        previous = event.hash


def _digest(sequence: int, kind: EventType, at: datetime, details: Mapping[str, str], previous: str) -> str:
    body = json.dumps(
        [sequence, kind.value, at.isoformat(), dict(sorted(details.items())), previous], ensure_ascii=False
    )
    return hashlib.sha256(body.encode()).hexdigest()
