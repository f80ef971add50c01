"""What the departments answered, and which run of a verification asks about an application."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Number


class ReplyRow(Base):
    """One department's answer about one person; who that is and what it says is sealed."""

    __tablename__ = "department_replies"
    __table_args__ = ({"sqlite_autoincrement": True},)

    number: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    question_hash: Mapped[bytes] = mapped_column(unique=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    grant_id: Mapped[str] = mapped_column(ForeignKey("consent_grants.id"), index=True)
    data_item: Mapped[str]
    asked_at: Mapped[datetime]
    reply: Mapped[bytes]


class ParticularsRow(Base):
    """What a guardian read off a paper so that a record is found; the values are sealed."""

    __tablename__ = "particulars"

    id: Mapped[str] = mapped_column(primary_key=True)
    grant_id: Mapped[str] = mapped_column(ForeignKey("consent_grants.id"), unique=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    data_item: Mapped[str]
    given_at: Mapped[datetime]
    given: Mapped[bytes]


class RunRow(Base):
    """The run that verifies an application; `asking_until` is set while it asks."""

    __tablename__ = "verification_runs"

    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    run: Mapped[str]
    asking_until: Mapped[datetime | None]
