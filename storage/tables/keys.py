"""The keys of the vault, each encrypted by the one above it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class WrappingKeyRow(Base):
    """A key-encryption key, wrapped by the key of the secret.

    `state` is active (one of them), retiring or retired; a retired one is destroyed: `wrapped` is empty.
    """

    __tablename__ = "wrapping_keys"

    id: Mapped[str] = mapped_column(primary_key=True)
    cipher: Mapped[str]
    state: Mapped[str]
    wrapped: Mapped[bytes | None]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class DataKeyRow(Base):
    """A data key of one table, wrapped by a key-encryption key."""

    __tablename__ = "data_keys"
    __table_args__ = (Index("ix_data_keys_wrapping_key_id", "wrapping_key_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[str]
    cipher: Mapped[str]
    wrapping_key_id: Mapped[str] = mapped_column(ForeignKey("wrapping_keys.id"))
    wrapped: Mapped[bytes]
    created_at: Mapped[datetime]
