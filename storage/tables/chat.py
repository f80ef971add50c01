"""Conversations and their turns; what people wrote, and what they were told, is sealed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number


class ConversationRow(Base):
    """A conversation, found by the keyed hash of its channel and address."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    address_hash: Mapped[bytes] = mapped_column(unique=True)
    offered: Mapped[bytes | None]


class TurnRow(Base):
    """One turn of the inbox.

    `message_hash` is the keyed hash of channel, address and message key together: one row a message.
    `inbound` seals address, key and text; `stage` is waiting, answered or delivered.
    """

    __tablename__ = "turns"
    __table_args__ = (
        Index("ix_turns_stage_conversation_id_number", "stage", "conversation_id", "number"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    message_hash: Mapped[bytes] = mapped_column(unique=True)
    conversation_id: Mapped[str]
    channel: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(index=True)
    inbound: Mapped[bytes]
    stage: Mapped[str]
    replies: Mapped[bytes | None]
    attempts: Mapped[int]


class VaultRow(Base):
    """One personal value typed in a chat."""

    __tablename__ = "vault"

    reference: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    value: Mapped[bytes]
    kept_at: Mapped[datetime] = mapped_column(index=True)


class CounterRow(Base):
    """How often something was refused."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    total: Mapped[int]
