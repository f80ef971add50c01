"""Pages of papers, pictures held for a person: sizes, digests, wrapped keys; no picture, no file's name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class PaperRow(Base):
    """One page; `key` is what its picture is sealed under, itself sealed for this row."""

    __tablename__ = "papers"

    id: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"), index=True)
    document: Mapped[str]
    place: Mapped[int]
    size: Mapped[int]
    sha256: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    advice: Mapped[list[str]] = mapped_column(JSON)
    added_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]
    key: Mapped[bytes]


class HeldPictureRow(Base):
    """One picture for no paper yet; its name on the channel and its key are sealed for this row."""

    __tablename__ = "held_pictures"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(index=True)
    width: Mapped[int]
    height: Mapped[int]
    advice: Mapped[list[str]] = mapped_column(JSON)
    sent_at: Mapped[datetime] = mapped_column(index=True)
    media: Mapped[bytes]
    key: Mapped[bytes]
