"""Who read what of whom."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number


class AccessRow(Base):
    """One read of a sealed field, never its value; the database refuses to change it or to delete it early.

    `subject_id` is the guardian, child or conversation it is about. What the assistant reads on the
    guardian's own behalf is one row a day: `bucket` is that day; for staff it is unique.
    """

    __tablename__ = "accesses"
    __table_args__ = (
        UniqueConstraint("subject_id", "field", "who", "why", "bucket"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    subject_id: Mapped[str]
    field: Mapped[str]
    who: Mapped[str]
    staff_id: Mapped[str | None]
    why: Mapped[str]
    bucket: Mapped[str]
