"""Department records as the rules read them, whatever the exchange calls its fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """One question to one department: which data item, for which child, by whose ID number.

    Raises nothing; the exchange refuses a query whose grant does not match it.
    """

    data_item: str
    child_id: str
    id_number: str = field(repr=False)


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
class Owner:
    """An owner of a home; `share` is in percent, 0 to 100."""

    id_number: str = field(repr=False)
    share: float


@dataclass(frozen=True, slots=True)
class HomeRecord:
    """A registered home; `use` is as registered, for example 住宅."""

    certificate_number: str = field(repr=False)
    region: str
    address: str = field(repr=False)
    use: str
    registered_on: date
    owners: tuple[Owner, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class BirthRecord:
    """A birth certificate: the child's birth date and the ID numbers of the parents named."""

    birth_date: date = field(repr=False)
    parents: tuple[str, ...] = field(repr=False)
    obtained_at: datetime
    digest: str


DepartmentRecord = HouseholdRecord | HomeRecord | BirthRecord
