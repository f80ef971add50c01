"""民政: the registrations of marriage and divorce of a guardian."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import MarriageRecord, Particular
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class Marriage:
    """The resource and its fields; an answer has one row per registration."""

    resource: str = "marriage"
    asked_by: str = "SFZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ((Particular.NUMBER, "DJZH"), (Particular.NAME, "XM"))
    number: str = "DJZH"
    couple: tuple[str, ...] = ("NFZJH", "VFZJH")
    """The fields of the ID numbers of the two."""
    registered_on: str = "DJRQ"
    kind: str = "YWLX"
    kinds: tuple[tuple[str, bool], ...] = (("结婚登记", True), ("离婚登记", False))
    """What can be registered, and whether the two are married after it."""
    unread: tuple[str, ...] = ("NFXM", "VFXM")

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[MarriageRecord]:
        """Read every registration; each must name the guardian."""
        return tuple(self._registration(row, id_number, obtained_at) for row in rows(data, self.resource))

    def _registration(self, row: Row, id_number: str, obtained_at: datetime) -> MarriageRecord:
        couple = tuple(row.holder(number) for number in self.couple)
        if id_number not in couple:
            raise AnswerUntrustworthy("a registration of marriage is somebody else's")
        row.text(self.number)
        return MarriageRecord(
            couple=couple,
            married=row.choice(self.kind, self.kinds),
            registered_on=row.past_day(self.registered_on, obtained_at),
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
