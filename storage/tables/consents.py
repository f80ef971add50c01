"""Consent grants; they name keys and ids only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number


class GrantRow(Base):
    """One consent grant; `number` keeps the order in which they were given."""

    __tablename__ = "consent_grants"
    __table_args__ = ({"sqlite_autoincrement": True},)

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    data_item: Mapped[str]
    department: Mapped[str]
    purpose: Mapped[str]
    text_version: Mapped[str]
    granted_by: Mapped[str]
    channel: Mapped[str]
    granted_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
