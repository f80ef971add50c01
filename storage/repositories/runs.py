"""Which run of a verification an application belongs to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.statements import dialect_of, insert
from storage.tables import RunRow


class SqlRuns:
    """Implements `enrolment.ports.Runs`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, application_id: str, run: str, now: datetime, until: datetime, *, new: bool) -> bool:
        """Hold an application for asking until then; a `new` run takes it over once nobody else asks."""
        if new:
            self._session.execute(
                insert(dialect_of(self._session), RunRow)
                .values(application_id=application_id, run=run)
                .on_conflict_do_nothing(index_elements=["application_id"])
            )
        row = self._session.scalars(
            select(RunRow)
            .where(RunRow.application_id == application_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).one_or_none()
        if row is None:
            return False
        busy = row.asking_until is not None and row.asking_until > now
        if row.run != run and (busy or not new):
            return False
        row.run, row.asking_until = run, until
        self._session.flush()
        return True

    def release(self, application_id: str, run: str) -> None:
        """Say that this run is done asking for now."""
        self._session.execute(
            update(RunRow)
            .where(RunRow.application_id == application_id, RunRow.run == run)
            .values(asking_until=None)
            .execution_options(synchronize_session=False)
        )
