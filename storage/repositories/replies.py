"""The departments' answers, sealed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from enrolment.model.establishing.inquiry import KeptReply
from storage.codecs.records import dump_records, load_records
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import ReplyRow

COLUMN = "department_replies.reply"
PURPOSE = "department_replies.question"


class SqlReplies:
    """Implements `enrolment.ports.Replies`."""

    def __init__(self, session: Session, sealing: Sealing, new_id: Callable[[], str]) -> None:
        self._session = session
        self._sealing = sealing
        self._new_id = new_id

    def keep(self, reply: KeptReply) -> None:
        """Store an answer in place of an earlier one to the same question; sealed."""
        reply_id = self._new_id()
        text = json.dumps([reply.id_number, dump_records(reply.records)], ensure_ascii=False)
        changing = {
            "id": reply_id,
            "grant_id": reply.grant_id,
            "asked_at": reply.asked_at,
            "reply": self._sealing.seal(COLUMN, reply_id, text),
        }
        question = self._sealing.find(PURPOSE, reply.child_id, reply.data_item, reply.id_number)
        self._session.execute(
            insert(dialect_of(self._session), ReplyRow)
            .values(question_hash=question, child_id=reply.child_id, data_item=reply.data_item, **changing)
            .on_conflict_do_update(index_elements=["question_hash"], set_=changing)
        )

    def of_child(self, child_id: str) -> Sequence[KeptReply]:
        """The newest answer to every question asked for a child, oldest first."""
        rows = self._session.scalars(
            select(ReplyRow)
            .where(ReplyRow.child_id == child_id)
            .order_by(ReplyRow.asked_at, ReplyRow.number)
            .execution_options(populate_existing=True)
        )
        return [self._reply(row) for row in rows]

    def forget(self, grant_id: str) -> None:
        """Delete everything pulled under a grant."""
        self._session.execute(delete(ReplyRow).where(ReplyRow.grant_id == grant_id))

    def _reply(self, row: ReplyRow) -> KeptReply:
        id_number, records = json.loads(self._sealing.open(COLUMN, row.id, row.reply, subject=row.child_id))
        return KeptReply(
            child_id=row.child_id,
            data_item=row.data_item,
            id_number=id_number,
            grant_id=row.grant_id,
            asked_at=row.asked_at,
            records=load_records(records),
        )
