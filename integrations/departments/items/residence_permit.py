"""公安: the residence permits (居住证) a guardian holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import Particular, PermitRecord
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class ResidencePermit:
    """The resource and its fields; an answer has one row per permit, those no longer in force included."""

    resource: str = "residence_permit"
    asked_by: str = "GMSFHM"
    subject: Subject = Subject.GUARDIAN
    given: Given = ((Particular.NUMBER, "JZZBH"), (Particular.NAME, "XM"))
    number: str = "JZZBH"
    holder: str = "GMSFHM"
    region: str = "XZQH"
    since: str = "QFRQ"
    state: str = "ZT"
    states: tuple[tuple[str, bool], ...] = (("有效", True), ("过期", False), ("注销", False))
    """The states of a permit, and whether it is in force in each."""
    unread: tuple[str, ...] = ()

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[PermitRecord]:
        """Read the permits in force; each must be the guardian's."""
        permits = [
            (row.choice(self.state, self.states), self._permit(row, id_number, obtained_at))
            for row in rows(data, self.resource)
        ]
        return tuple(permit for in_force, permit in permits if in_force)

    def _permit(self, row: Row, id_number: str, obtained_at: datetime) -> PermitRecord:
        if row.citizen(self.holder) != id_number:
            raise AnswerUntrustworthy("a residence permit is somebody else's")
        row.text(self.number)
        return PermitRecord(
            holder=id_number,
            region=row.region(self.region),
            since=row.past_day(self.since, obtained_at),
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
