"""教育: the education authority's own register of the seats (学位) that homes have given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import SeatRecord
from enrolment.model.plan import Stage
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class SeatRecords:
    """The resource and its fields; an answer has one row per seat that a home of the guardian gave."""

    resource: str = "seat_records"
    asked_by: str = "CQRZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ()
    owner: str = "CQRZJH"
    certificate: str = "BDCQZH"
    stage: str = "XD"
    stages: tuple[tuple[str, Stage], ...] = (("小学", Stage.PRIMARY), ("初中", Stage.JUNIOR))
    """The stages of school."""
    used_on: str = "RXRQ"
    guardians: str = "JHR"
    guardian_id_number: str = "ZJH"
    unread: tuple[str, ...] = ()
    unread_of_guardian: tuple[str, ...] = ("XM",)

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[SeatRecord]:
        """Read every seat; each must be of a home of the guardian asked about."""
        return tuple(self._seat(row, id_number, obtained_at) for row in rows(data, self.resource))

    def _seat(self, row: Row, id_number: str, obtained_at: datetime) -> SeatRecord:
        if row.citizen(self.owner) != id_number:
            raise AnswerUntrustworthy("a seat is of somebody else's home")
        return SeatRecord(
            certificate_number=row.text(self.certificate),
            stage=row.choice(self.stage, self.stages),
            used_on=row.past_day(self.used_on, obtained_at),
            guardians=row.holders(self.guardians, self.guardian_id_number, self.unread_of_guardian),
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
