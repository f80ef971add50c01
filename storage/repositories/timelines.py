"""Timelines: events are read and added, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from enrolment.model.story.timeline import Event, EventType
from storage.errors import CaseChanged
from storage.tables import EventRow


def load_events(session: Session, application_ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
    """The timelines of these applications, each in order."""
    found: dict[str, list[Event]] = {application_id: [] for application_id in application_ids}
    rows = session.scalars(
        select(EventRow).where(EventRow.application_id.in_(application_ids)).order_by(EventRow.sequence)
    )
    for row in rows:
        found[row.application_id].append(
            Event(
                sequence=row.sequence,
                type=EventType(row.type),
                at=datetime.fromisoformat(row.at),
                details=row.details,
                previous_hash=row.previous_hash,
                hash=row.hash,
            )
        )
    return {application_id: tuple(events) for application_id, events in found.items()}


def append_events(session: Session, application_id: str, events: Sequence[Event]) -> None:
    """Store the events that are new; raise CaseChanged unless those stored are how the timeline begins.

    The caller holds the lock of the application's row.
    """
    stored = session.scalars(
        select(EventRow.hash).where(EventRow.application_id == application_id).order_by(EventRow.sequence)
    ).all()
    if [event.hash for event in events[: len(stored)]] != list(stored):
        raise CaseChanged("the case went on while it was being worked on; read it again, then act")
    session.add_all(
        EventRow(
            application_id=application_id,
            sequence=event.sequence,
            type=event.type.value,
            at=event.at.isoformat(),
            details=dict(event.details),
            previous_hash=event.previous_hash,
            hash=event.hash,
        )
        for event in events[len(stored) :]
    )
    session.flush()
