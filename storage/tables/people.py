"""Guardians, children, and who is in whose household; every name and ID number is sealed."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base


class GuardianRow(Base):
    """A verified guardian, found by the keyed hash of the ID number."""

    __tablename__ = "guardians"

    id: Mapped[str] = mapped_column(primary_key=True)
    id_number_hash: Mapped[bytes] = mapped_column(unique=True)
    id_number: Mapped[bytes]
    name: Mapped[bytes]


class ChildRow(Base):
    """A child: one row whichever guardian signed in, so that two parents can't file twice."""

    __tablename__ = "children"

    id: Mapped[str] = mapped_column(primary_key=True)
    id_number_hash: Mapped[bytes] = mapped_column(unique=True)
    id_number: Mapped[bytes]
    name: Mapped[bytes]


class HouseholdRow(Base):
    """A child belongs to a guardian's household."""

    __tablename__ = "households"

    guardian_id: Mapped[str] = mapped_column(ForeignKey("guardians.id"), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True)
