"""Forgets what was said in a conversation."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from storage.tables import (
    ClauseNoticeRow,
    ConversationRow,
    HandoverRow,
    HeldPictureRow,
    SignInRow,
    ToldClauseRow,
    TurnRow,
    VaultRow,
)

OF_A_CHAT = (
    TurnRow,
    VaultRow,
    SignInRow,
    HandoverRow,
    HeldPictureRow,
    ToldClauseRow,
    ClauseNoticeRow,
)


class SqlChats:
    """Implements `enrolment.ports.Chats`.

    The conversation's own row stays: it is a keyed hash of where to answer, and the log of reads names it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def forget(self, conversation_id: str) -> None:
        """Delete messages, replies, notices, values typed, choices, sign-ins, handovers, clauses given.

        Pictures held for a person lose their keys with their rows: nobody opens them again.
        """
        for row in OF_A_CHAT:
            self._session.execute(delete(row).where(row.conversation_id == conversation_id))
        self._session.execute(
            update(ConversationRow).where(ConversationRow.id == conversation_id).values(offered=None)
        )
