"""Records of who belongs together: household book, birth certificate, marriage."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a household book (户口簿), with the relation to its head in words."""

    name: str = field(repr=False)
    id_number: str = field(repr=False)
    birth_date: date = field(repr=False)
    relation: str
    moved_in: date | None = None


@dataclass(frozen=True, slots=True)
class HouseholdRecord:
    """A household book: where it is registered and who is in it; `collective` is a 集体户."""

    region: str
    address: str = field(repr=False)
    collective: bool
    members: tuple[Member, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class BirthRecord:
    """A birth certificate: the child's birth date and the ID numbers of the parents named."""

    birth_date: date = field(repr=False)
    parents: tuple[str, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class MarriageRecord:
    """A registration of marriage, or of its end: then `married` is False."""

    couple: tuple[str, ...] = field(repr=False)
    married: bool
    registered_on: date
    obtained_at: datetime
    digest: str
