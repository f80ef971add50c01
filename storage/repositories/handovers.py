"""The queue of conversations that a person is to take."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from enrolment.model.errors import HandoverRefused
from enrolment.model.handover import Handover, HandoverReason, HandoverState
from storage.codecs.handovers import dump_summary, load_summary
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import HandoverRow

COLUMN = "handovers.summary"


class SqlHandovers:
    """Implements `enrolment.handover_ports.Handovers`."""

    def __init__(self, session: Session, sealing: Sealing) -> None:
        self._session = session
        self._sealing = sealing

    def add(self, handover: Handover) -> Handover:
        """Store a new one, or give the open one of this conversation where another was first."""
        self._session.execute(
            insert(dialect_of(self._session), HandoverRow)
            .values(
                id=handover.id,
                conversation_id=handover.conversation_id,
                opened_at=handover.opened_at,
                **self._changing(handover),
            )
            .on_conflict_do_nothing()
        )
        return self.open_of(handover.conversation_id) or handover

    def save(self, handover: Handover) -> None:
        """Store a change."""
        self._session.execute(
            update(HandoverRow).where(HandoverRow.id == handover.id).values(**self._changing(handover))
        )

    def get(self, handover_id: str) -> Handover:
        """Load one; raise HandoverRefused when unknown."""
        row = self._session.scalars(
            select(HandoverRow).where(HandoverRow.id == handover_id).with_for_update()
        ).one_or_none()
        if row is None:
            raise HandoverRefused("there is no such handover")
        return self._handover(row)

    def open_of(self, conversation_id: str) -> Handover | None:
        """The one of a conversation that is not closed, if any."""
        row = self._session.scalars(
            select(HandoverRow)
            .where(HandoverRow.conversation_id == conversation_id, HandoverRow.state != HandoverState.CLOSED)
            .with_for_update()
        ).one_or_none()
        return None if row is None else self._handover(row)

    def in_state(self, states: Collection[HandoverState]) -> Sequence[Handover]:
        """Those in these states, oldest first."""
        rows = self._session.scalars(
            select(HandoverRow).where(HandoverRow.state.in_(states)).order_by(HandoverRow.number)
        )
        return [self._handover(row) for row in rows]

    def _changing(self, handover: Handover) -> dict[str, object]:
        return {
            "county": handover.county,
            "reason": handover.reason.value,
            "state": handover.state.value,
            "summary": self._sealing.seal(COLUMN, handover.id, dump_summary(handover.summary)),
            "taken_by": handover.taken_by,
            "taken_at": handover.taken_at,
            "closed_at": handover.closed_at,
        }

    def _handover(self, row: HandoverRow) -> Handover:
        summary = self._sealing.open(COLUMN, row.id, row.summary, subject=row.conversation_id)
        return Handover(
            id=row.id,
            conversation_id=row.conversation_id,
            county=row.county,
            reason=HandoverReason(row.reason),
            summary=load_summary(summary),
            opened_at=row.opened_at,
            state=HandoverState(row.state),
            taken_by=row.taken_by,
            taken_at=row.taken_at,
            closed_at=row.closed_at,
        )
