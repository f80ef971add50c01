"""Guardians and children, as the identity service knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """A name with a citizen ID number (18 characters, upper case)."""

    name: str
    id_number: str

    def __repr__(self) -> str:
        return "Person(…)"  # a person must not end up in a log by way of a repr

    @property
    def birth_date(self) -> date:
        """The birth date written in the ID number (GB 11643, positions 7 to 14)."""
        return date(int(self.id_number[6:10]), int(self.id_number[10:12]), int(self.id_number[12:14]))


@dataclass(frozen=True, slots=True)
class Guardian:
    """A guardian whose identity was verified."""

    id: str
    person: Person


@dataclass(frozen=True, slots=True)
class Child:
    """A minor of a guardian's household; a student only after placement."""

    id: str
    person: Person


@dataclass(frozen=True, slots=True)
class VerifiedIdentity:
    """What the identity service says after a sign-in: who the guardian is, and the minors of the family."""

    guardian: Person
    children: tuple[Person, ...]
