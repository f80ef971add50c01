"""Sign-ins under way, and who a conversation is with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class SignInRow(Base):
    """A sign-in, found by the keyed hash of its state; `used_at` is set once."""

    __tablename__ = "sign_ins"

    state_hash: Mapped[bytes] = mapped_column(primary_key=True)
    conversation_id: Mapped[str]
    started_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]


class BindingRow(Base):
    """The guardian a conversation is with."""

    __tablename__ = "bindings"

    conversation_id: Mapped[str] = mapped_column(primary_key=True)
    guardian_id: Mapped[str] = mapped_column(ForeignKey("guardians.id"))
    bound_at: Mapped[datetime]
