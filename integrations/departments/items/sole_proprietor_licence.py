"""市场监管: the licences of a guardian who is a sole proprietor (个体工商户)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import LicenceRecord, Particular
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class SoleProprietorLicence:
    """The resource and its fields; an answer has one row per licence, those given up included."""

    resource: str = "sole_proprietor_licence"
    asked_by: str = "JYZZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ((Particular.NUMBER, "TYSHXYDM"),)
    credit_code: str = "TYSHXYDM"
    owner: str = "JYZZJH"
    region: str = "XZQH"
    since: str = "CLRQ"
    state: str = "JYZT"
    states: tuple[tuple[str, bool], ...] = (("存续", True), ("注销", False), ("吊销", False))
    """The states of a business, and whether it is one in each."""
    unread: tuple[str, ...] = ("JYZXM",)

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[LicenceRecord]:
        """Read the licences in business; each must be the guardian's."""
        licences = [
            (row.choice(self.state, self.states), self._licence(row, id_number, obtained_at))
            for row in rows(data, self.resource)
        ]
        return tuple(licence for in_business, licence in licences if in_business)

    def _licence(self, row: Row, id_number: str, obtained_at: datetime) -> LicenceRecord:
        if row.citizen(self.owner) != id_number:
            raise AnswerUntrustworthy("a licence is somebody else's")
        row.credit_code(self.credit_code)
        return LicenceRecord(
            holder=id_number,
            region=row.region(self.region),
            since=row.past_day(self.since, obtained_at),
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
