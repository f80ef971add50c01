"""Forgets what was said in a conversation."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from storage.tables import ConversationRow, HandoverRow, SignInRow, TurnRow, VaultRow


class SqlChats:
    """Implements `enrolment.ports.Chats`.

    The conversation's own row stays: it is a keyed hash of where to answer, and the log of reads names it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def forget(self, conversation_id: str) -> None:
        """Delete messages, replies, notices, values typed, choices, sign-ins under way and handovers."""
        for row in (TurnRow, VaultRow, SignInRow, HandoverRow):
            self._session.execute(delete(row).where(row.conversation_id == conversation_id))
        self._session.execute(
            update(ConversationRow).where(ConversationRow.id == conversation_id).values(offered=None)
        )
