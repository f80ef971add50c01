"""Published plans."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number


class PlanVersionRow(Base):
    """One published version of a plan; the database refuses to change or delete it.

    `document` is the whole plan as JSON, and `sha256` its digest in hex.
    """

    __tablename__ = "plan_versions"
    __table_args__ = (
        UniqueConstraint("county", "year", "serial"),
        UniqueConstraint("county", "year", "version"),
        Index("ix_plan_versions_sha256", "sha256", unique=True),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    county: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    version: Mapped[str]
    sha256: Mapped[str]
    effective_from: Mapped[date]
    published_at: Mapped[datetime]
    document: Mapped[bytes]
