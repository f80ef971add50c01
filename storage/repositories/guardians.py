"""Guardians and the children of their households."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from enrolment.model.errors import ChildUnknown
from enrolment.model.people import Child, Guardian, Person
from storage.repositories.people import open_person, store_person
from storage.retention_steps import people_gone
from storage.sealing import Sealing
from storage.statements import dialect_of, insert
from storage.tables import ChildRow, GuardianRow, HouseholdRow


class SqlGuardians:
    """Implements `enrolment.ports.Guardians`."""

    def __init__(self, session: Session, sealing: Sealing, new_id: Callable[[], str]) -> None:
        self._session = session
        self._sealing = sealing
        self._new_id = new_id

    def upsert(self, person: Person) -> Guardian:
        """Store a guardian, found again by ID number."""
        return Guardian(store_person(self._session, self._sealing, self._new_id, GuardianRow, person), person)

    def get(self, guardian_id: str) -> Guardian:
        """Load a guardian; raise KeyError when unknown."""
        row = self._session.get(GuardianRow, guardian_id)
        if row is None:
            raise KeyError(guardian_id)
        return Guardian(row.id, open_person(self._sealing, row))

    def set_children(self, guardian_id: str, children: Sequence[Person]) -> Sequence[Child]:
        """Store the children of a guardian, each found again by ID number; others leave the household.

        The identity service's list is the household: a child no longer on it is no longer shown.
        """
        self._session.execute(delete(HouseholdRow).where(HouseholdRow.guardian_id == guardian_id))
        # In one order everywhere, so that two parents signing in together can't wait for each other.
        for person in sorted(children, key=lambda child: child.id_number):
            child_id = store_person(self._session, self._sealing, self._new_id, ChildRow, person)
            self._session.execute(
                insert(dialect_of(self._session), HouseholdRow)
                .values(guardian_id=guardian_id, child_id=child_id)
                .on_conflict_do_nothing()
            )
        return self.children(guardian_id)

    def children(self, guardian_id: str) -> Sequence[Child]:
        """The guardian's children, eldest first."""
        rows = self._session.scalars(
            select(ChildRow).join(HouseholdRow).where(HouseholdRow.guardian_id == guardian_id)
        )
        found = [self._child(row) for row in rows]
        return sorted(found, key=lambda child: (child.person.birth_date, child.person.id_number))

    def child(self, guardian_id: str, child_id: str) -> Child:
        """Load one child of this guardian; raise ChildUnknown for any other."""
        row = self._session.scalars(
            select(ChildRow)
            .join(HouseholdRow)
            .where(HouseholdRow.guardian_id == guardian_id, HouseholdRow.child_id == child_id)
        ).one_or_none()
        if row is None:
            raise ChildUnknown("this child is not of the guardian's household")
        return self._child(row)

    def forget(self, guardian_id: str) -> None:
        """Delete a guardian without a case, and children of nobody else; a timeline keeps bare ids."""
        self._session.flush()
        for step in people_gone(select(GuardianRow.id).where(GuardianRow.id == guardian_id)):
            self._session.execute(step.statement())

    def _child(self, row: ChildRow) -> Child:
        return Child(row.id, open_person(self._sealing, row))
