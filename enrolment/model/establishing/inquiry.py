"""What came back when the departments were asked about one child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from enrolment.model.establishing.records import BirthRecord, DepartmentRecord, HomeRecord, HouseholdRecord

HOUSEHOLD_MEMBERS = "household_members"
REAL_ESTATE = "real_estate"
BIRTH_CERTIFICATE = "birth_certificate"


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
        return tuple(each for each in self._records(HOUSEHOLD_MEMBERS) if isinstance(each, HouseholdRecord))

    @property
    def homes(self) -> tuple[HomeRecord, ...]:
        """The homes that came back, each once."""
        homes = (each for each in self._records(REAL_ESTATE) if isinstance(each, HomeRecord))
        return tuple({home.certificate_number: home for home in homes}.values())

    @property
    def births(self) -> tuple[BirthRecord, ...]:
        """The birth certificates that came back."""
        return tuple(each for each in self._records(BIRTH_CERTIFICATE) if isinstance(each, BirthRecord))

    def _records(self, data_item: str) -> tuple[DepartmentRecord, ...]:
        reply = self.replies.get(data_item)
        return reply.records if reply else ()
