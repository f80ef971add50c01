"""Conversations handed over to a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number

OPEN = text("state <> 'closed'")
"""What a conversation may have only once; a literal, so that both databases match it with the index."""


class HandoverRow(Base):
    """One handover; what was understood of the guardian's case is sealed."""

    __tablename__ = "handovers"
    __table_args__ = (
        Index(
            "uq_handovers_open",
            "conversation_id",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[str]
    county: Mapped[str]
    reason: Mapped[str]
    state: Mapped[str]
    summary: Mapped[bytes]
    opened_at: Mapped[datetime]
    taken_by: Mapped[str | None]
    taken_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
