"""Stores persons, guardians or children alike, found again by ID number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from enrolment.model.people import Person
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import ChildRow, GuardianRow

Kind = TypeVar("Kind", GuardianRow, ChildRow)


def store_person(
    session: Session,
    sealing: Sealing,
    new_id: Callable[[], str],
    kind: type[Kind],
    person: Person,
) -> str:
    """Store a person, or find the one with this ID number and note a changed name; return the id."""
    table, fresh = kind.__tablename__, new_id()
    digest = sealing.find(f"{table}.id_number", person.id_number)
    session.execute(
        insert(dialect_of(session), kind)
        .values(
            id=fresh,
            id_number_hash=digest,
            id_number=sealing.seal(f"{table}.id_number", fresh, person.id_number),
            name=sealing.seal(f"{table}.name", fresh, person.name),
        )
        .on_conflict_do_nothing(index_elements=["id_number_hash"])
    )
    row: Kind = session.scalars(select(kind).where(kind.id_number_hash == digest)).one()
    if row.id != fresh and sealing.reopen(f"{table}.name", row.id, row.name) != person.name:
        row.name = sealing.seal(f"{table}.name", row.id, person.name)
        session.flush()
    return row.id


def open_person(sealing: Sealing, row: GuardianRow | ChildRow) -> Person:
    """Decrypt a person."""
    table = row.__tablename__
    return Person(
        name=sealing.open(f"{table}.name", row.id, row.name, subject=row.id),
        id_number=sealing.open(f"{table}.id_number", row.id, row.id_number, subject=row.id),
    )
