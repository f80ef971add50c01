"""Consent grants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from enrolment.model.consent import ConsentGrant
from storage.tables import GrantRow

FIELDS = tuple(field.name for field in fields(ConsentGrant))


class SqlGrants:
    """Implements `enrolment.ports.Grants`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, grant: ConsentGrant) -> None:
        """Store a grant."""
        self._session.add(GrantRow(**asdict(grant)))
        self._session.flush()

    def save(self, grant: ConsentGrant) -> None:
        """Store the change of a grant: all that can change is that it was revoked."""
        self._session.execute(
            update(GrantRow).where(GrantRow.id == grant.id).values(revoked_at=grant.revoked_at)
        )

    def of_child(self, child_id: str) -> Sequence[ConsentGrant]:
        """Every grant for a child, oldest first, revoked ones included."""
        rows = self._session.scalars(
            select(GrantRow).where(GrantRow.child_id == child_id).order_by(GrantRow.number)
        )
        return [ConsentGrant(**{name: getattr(row, name) for name in FIELDS}) for row in rows]
