"""The log of reads: who read which field of whom, and what for; never a value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from threading import Lock

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from enrolment.model.access import Access, Reader, Who, Why
from storage.ids import new_id
from storage.statements import insert, table
from storage.tables import AccessRow, BindingRow, HouseholdRow

ROWS = table(AccessRow)
_REMEMBERED = 50_000
Key = tuple[str, str, Reader, str]
"""Subject, field, reader and bucket: what one row says."""


class Noted:
    """What this process has logged lately, so that a row that would say the same again is not written."""

    def __init__(self) -> None:
        self._seen: dict[Key, None] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._seen

    def add(self, keys: Iterable[Key]) -> None:
        """Remember rows that last; forget the oldest once there are many."""
        for key in keys:
            self._seen[key] = None
            if len(self._seen) > _REMEMBERED:
                del self._seen[next(iter(self._seen))]


class AccessNotes:
    """Collects the reads of one reader until they are written; several threads may note at once.

    Staff reads are a row each. What the assistant or the guardian reads is one row a field and day.
    """

    def __init__(self, reader: Reader, now: Callable[[], datetime], noted: Noted) -> None:
        self._reader = reader
        self._now = now
        self._noted = noted
        self._lock = Lock()
        self._pending: dict[Key, dict[str, object]] = {}

    def note(self, field: str, subject: str) -> None:
        """Take down one read."""
        at = self._now()
        bucket = new_id() if self._reader.who is Who.STAFF else at.date().isoformat()
        key = (subject, field, self._reader, bucket)
        if key not in self._noted:
            with self._lock:
                self._pending.setdefault(
                    key,
                    {
                        "at": at,
                        "subject_id": subject,
                        "field": field,
                        "who": self._reader.who.value,
                        "staff_id": self._reader.staff_id,
                        "why": self._reader.why.value,
                        "bucket": bucket,
                    },
                )

    def write(self, connection: Connection) -> Collection[Key]:
        """Log what was noted in this transaction; call `written` with the answer once it lasts."""
        with self._lock:
            pending = dict(self._pending)
        if pending:
            statement = insert(connection.dialect.name, AccessRow).on_conflict_do_nothing()
            connection.execute(statement, list(pending.values()))
        return pending

    def written(self, keys: Collection[Key]) -> None:
        """What was written lasts."""
        with self._lock:
            self._noted.add(keys)
            for key in keys:
                self._pending.pop(key, None)

    def flush(self, engine: Engine) -> None:
        """Log what was noted in a transaction of its own; raise StorageUnavailable."""
        if self._pending:
            with engine.begin() as connection:
                keys = self.write(connection)
            self.written(keys)


class SqlAccesses:
    """Implements `enrolment.ports.Accesses`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_guardian(self, guardian_id: str) -> Sequence[Access]:
        """Every read about a guardian, their children and conversations, newest first."""
        children = select(HouseholdRow.child_id).where(HouseholdRow.guardian_id == guardian_id)
        conversations = select(BindingRow.conversation_id).where(BindingRow.guardian_id == guardian_id)
        rows = self._session.scalars(
            select(AccessRow)
            .where(
                (AccessRow.subject_id == guardian_id)
                | AccessRow.subject_id.in_(children)
                | AccessRow.subject_id.in_(conversations)
            )
            .order_by(AccessRow.number.desc())
        )
        return [Access(row.at, Reader(Who(row.who), Why(row.why), row.staff_id), row.field) for row in rows]
