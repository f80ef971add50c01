"""List who read a guardian's data, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from enrolment.model.access import Access, Reader
from enrolment.model.access_words import FIELDS, WHY, reader_in_words
from enrolment.ports import BeginWork
from enrolment.services.access import guardian_of


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One reader with one purpose on one day, and everything that was read for it."""

    who: str
    why: str
    fields: tuple[str, ...]
    by_person: bool


@dataclass(frozen=True, slots=True)
class AccessDay:
    """A day, people before the assistant."""

    day: date
    lines: tuple[AccessLine, ...]


def list_accesses(conversation_id: str, *, begin: BeginWork) -> Sequence[AccessDay]:
    """List who read data of the guardian and their children, newest first; raise NotSignedIn."""
    with begin() as work:
        accesses = work.accesses.of_guardian(guardian_of(work, conversation_id))
    days: dict[date, list[Access]] = {}
    for access in accesses:
        days.setdefault(access.at.date(), []).append(access)
    return [AccessDay(day, _lines(days[day])) for day in sorted(days, reverse=True)]


def _lines(accesses: Sequence[Access]) -> tuple[AccessLine, ...]:
    fields: dict[Reader, set[str]] = {}
    for access in accesses:
        fields.setdefault(access.reader, set()).add(access.field)
    lines = (
        AccessLine(
            who=reader_in_words(reader),
            why=WHY[reader.why],
            fields=tuple(words for field, words in FIELDS.items() if field in read),
            by_person=reader.staff_id is not None,
        )
        for reader, read in fields.items()
    )
    return tuple(sorted(lines, key=lambda line: not line.by_person))
