"""An office's own articles, and questions nobody answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number


class OfficeArticleRow(Base):
    """One article of an office; what it says is public once it is published."""

    __tablename__ = "office_articles"
    __table_args__ = (
        Index("ix_office_articles_county_year", "county", "year"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    county: Mapped[str]
    year: Mapped[int]
    question: Mapped[str]
    answer: Mapped[str]
    topic: Mapped[str]
    source: Mapped[str]
    row: Mapped[int]
    version: Mapped[str]
    imported_at: Mapped[datetime]
    state: Mapped[str]
    published_at: Mapped[datetime | None]


class GapRow(Base):
    """One question that got no answer or a bad one; its words are sealed."""

    __tablename__ = "question_gaps"
    __table_args__ = (Index("ix_question_gaps_county_at", "county", "at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    county: Mapped[str]
    kind: Mapped[str]
    topic: Mapped[str]
    text: Mapped[bytes]
    at: Mapped[datetime] = mapped_column(index=True)
