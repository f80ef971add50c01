"""Which clauses conversations were given, and the notices that wait where one changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class ToldClauseRow(Base):
    """One clause a conversation was given; newer words of the same clause replace it."""

    __tablename__ = "told_clauses"
    __table_args__ = (
        Index("ix_told_clauses_county_year", "county", "year"),
        Index("ix_told_clauses_told_at", "told_at"),
    )

    conversation_id: Mapped[str] = mapped_column(primary_key=True)
    county: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    clause: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str]
    told_at: Mapped[datetime]


class ClauseNoticeRow(Base):
    """One notice for a conversation about one version."""

    __tablename__ = "clause_notices"
    __table_args__ = (Index("ix_clause_notices_queued_at", "queued_at"),)

    conversation_id: Mapped[str] = mapped_column(primary_key=True)
    county: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(primary_key=True)
    clauses: Mapped[str]
    queued_at: Mapped[datetime]
