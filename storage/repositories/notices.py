"""Words for a guardian who is not waiting: a turn nobody asked for, already answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.messages import ChannelName, Inbound, Outbound
from storage.codecs.messages import dump_inbound, dump_replies
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import BindingRow, ConversationRow, TurnRow

PURPOSE = "turns.notice"


class SqlNotices:
    """Implements `enrolment.ports.Notices` on the inbox, whose late replies reach the guardian."""

    def __init__(self, session: Session, sealing: Sealing, new_id: Callable[[], str]) -> None:
        self._session = session
        self._sealing = sealing
        self._new_id = new_id

    def add(self, guardian_id: str, key: str, text: str, at: datetime) -> None:
        """Put words in front of the next reply of the conversation the guardian signed in on last."""
        conversation = self._session.scalars(
            select(ConversationRow)
            .join(BindingRow, BindingRow.conversation_id == ConversationRow.id)
            .where(BindingRow.guardian_id == guardian_id)
            .order_by(BindingRow.bound_at.desc())
            .limit(1)
        ).one_or_none()
        if conversation is None:
            return
        turn_id = self._new_id()
        nobody = Inbound(ChannelName(conversation.channel), address="", key=key, text="", received_at=at)
        self._session.execute(
            insert(dialect_of(self._session), TurnRow)
            .values(
                id=turn_id,
                message_hash=self._sealing.find(PURPOSE, guardian_id, key),
                conversation_id=conversation.id,
                channel=conversation.channel,
                received_at=at,
                inbound=self._sealing.seal("turns.inbound", turn_id, dump_inbound(nobody)),
                stage="answered",
                replies=self._sealing.seal("turns.replies", turn_id, dump_replies([Outbound(text)])),
                attempts=0,
            )
            .on_conflict_do_nothing(index_elements=["message_hash"])
        )
