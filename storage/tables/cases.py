"""Applications, their timelines, and the counters of receipts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number

STANDING = text("state <> 'withdrawn'")
"""What one child may have only once a year; a literal, so that both databases match it with the index."""


EMPTIED = b""
"""What a sealed column holds once retention took its value away."""


class ApplicationRow(Base):
    """One application; what is said and known of the family is sealed."""

    __tablename__ = "applications"
    __table_args__ = (
        Index(
            "uq_applications_standing",
            "child_id",
            "year",
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    guardian_id: Mapped[str] = mapped_column(ForeignKey("guardians.id"), index=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"))
    county: Mapped[str]
    year: Mapped[int]
    stage: Mapped[str]
    state: Mapped[str]
    declared: Mapped[bytes]
    facts: Mapped[bytes]
    outcome: Mapped[bytes | None]
    receipt_number: Mapped[str | None] = mapped_column(unique=True)
    submitted_at: Mapped[datetime | None]


class EventRow(Base):
    """One event of a timeline; the database refuses to change or delete it.

    `at` is kept as written, with its offset: the hash was taken over that text.
    """

    __tablename__ = "events"

    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    at: Mapped[str]
    details: Mapped[dict[str, str]] = mapped_column(JSON)
    previous_hash: Mapped[str]
    hash: Mapped[str]


class ReceiptSerialRow(Base):
    """The last serial number given for a county's year."""

    __tablename__ = "receipt_serials"

    county: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
