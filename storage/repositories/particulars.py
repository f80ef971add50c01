"""What guardians read off papers, sealed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.records import Particulars
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import ParticularsRow

COLUMN = "particulars.given"


class SqlParticulars:
    """Implements `enrolment.ports.ParticularsKept`."""

    def __init__(self, session: Session, sealing: Sealing, new_id: Callable[[], str]) -> None:
        self._session = session
        self._sealing = sealing
        self._new_id = new_id

    def keep(self, grant: ConsentGrant, particulars: Particulars, at: datetime) -> None:
        """Store what was given for a grant's child and data item, in place of what was before; sealed."""
        row_id = self._new_id()
        text = json.dumps(dict(particulars.given), ensure_ascii=False)
        changing = {"id": row_id, "given_at": at, "given": self._sealing.seal(COLUMN, row_id, text)}
        self._session.execute(
            insert(dialect_of(self._session), ParticularsRow)
            .values(grant_id=grant.id, child_id=grant.child_id, data_item=grant.data_item, **changing)
            .on_conflict_do_update(index_elements=["grant_id"], set_=changing)
        )

    def of_child(self, child_id: str) -> Mapping[str, Particulars]:
        """What was given for a child, by data item; the newest where consent was given anew."""
        rows = self._session.scalars(
            select(ParticularsRow)
            .where(ParticularsRow.child_id == child_id)
            .order_by(ParticularsRow.given_at)
            .execution_options(populate_existing=True)
        )
        return {row.data_item: self._read(row) for row in rows}

    def forget(self, grant_id: str) -> None:
        """Delete what was given under a grant."""
        self._session.execute(delete(ParticularsRow).where(ParticularsRow.grant_id == grant_id))

    def _read(self, row: ParticularsRow) -> Particulars:
        return Particulars(**json.loads(self._sealing.open(COLUMN, row.id, row.given, subject=row.child_id)))
