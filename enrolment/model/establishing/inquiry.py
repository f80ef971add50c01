"""What came back when the departments were asked about one child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from enrolment.model.establishing.records import BirthRecord, DepartmentRecord, HomeRecord, HouseholdRecord

HOUSEHOLD_MEMBERS = "household_members"
REAL_ESTATE = "real_estate"
BIRTH_CERTIFICATE = "birth_certificate"
PRESALE_CONTRACT = "presale_contract"
LEASE_FILING = "lease_filing"
PUBLIC_HOUSING = "public_housing"
RESIDENCE_PERMIT = "residence_permit"
SOCIAL_INSURANCE = "social_insurance"
SOLE_PROPRIETOR_LICENCE = "sole_proprietor_licence"
COMPANY_REGISTRATION = "company_registration"
MARRIAGE = "marriage"
SEAT_RECORDS = "seat_records"

ABOUT_CHILD = frozenset({HOUSEHOLD_MEMBERS, BIRTH_CERTIFICATE})
"""The items asked about by the child's ID number; all others are asked about guardians."""

_Kind = TypeVar("_Kind", bound=DepartmentRecord)


@dataclass(frozen=True, slots=True)
class Family:
    """Whom the records are about, by ID number: the child, and the guardian who files."""

    child: str = field(repr=False)
    guardian: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptReply:
    """One department's answer about one person, kept so that nobody has to ask again."""

    child_id: str
    data_item: str
    id_number: str = field(repr=False)
    grant_id: str
    asked_at: datetime
    records: tuple[DepartmentRecord, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """One department's answer about one data item.

    `asked_at` is when it was asked. `answered` is False when no trustworthy answer came in time;
    `silent` says that somebody was asked about without an answer, `complete` is False when only some of the
    people concerned could be asked about.
    """

    data_item: str
    department: str
    grant_id: str
    asked_at: datetime
    answered: bool
    records: tuple[DepartmentRecord, ...] = field(default=(), repr=False)
    complete: bool = True
    silent: bool = False

    def in_part(self) -> Reply:
        """The same reply, known to tell only part of what there may be."""
        return replace(self, complete=False)


@dataclass(frozen=True, slots=True)
class Findings:
    """Every reply of an inquiry by data item; an item nobody may ask about is not in it."""

    replies: Mapping[str, Reply]

    @property
    def households(self) -> tuple[HouseholdRecord, ...]:
        """The household books that came back."""
        return self.of_kind(HouseholdRecord)

    @property
    def homes(self) -> tuple[HomeRecord, ...]:
        """The homes that came back, each once."""
        return tuple({home.certificate_number: home for home in self.of_kind(HomeRecord)}.values())

    @property
    def births(self) -> tuple[BirthRecord, ...]:
        """The birth certificates that came back."""
        return self.of_kind(BirthRecord)

    def of_kind(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """The records of one kind, in the order they came."""
        return tuple(
            record for reply in self.replies.values() for record in reply.records if isinstance(record, kind)
        )
