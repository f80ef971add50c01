"""市场监管: the companies a guardian represents or is a partner of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import CompanyRecord, Particular
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class CompanyRegistration:
    """The resource and its fields; an answer has one row per company, those dissolved included."""

    resource: str = "company_registration"
    asked_by: str = "RYZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ((Particular.NUMBER, "TYSHXYDM"),)
    credit_code: str = "TYSHXYDM"
    people: str = "RY"
    person_id_number: str = "ZJH"
    region: str = "XZQH"
    since: str = "CLRQ"
    state: str = "JYZT"
    states: tuple[tuple[str, bool], ...] = (("存续", True), ("注销", False), ("吊销", False))
    """The states of a company, and whether it is in business in each."""
    unread: tuple[str, ...] = ()
    unread_of_person: tuple[str, ...] = ("XM", "ZW")

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[CompanyRecord]:
        """Read the companies in business; each must name the guardian among its people."""
        companies = [
            (row.choice(self.state, self.states), self._company(row, id_number, obtained_at))
            for row in rows(data, self.resource)
        ]
        return tuple(company for in_business, company in companies if in_business)

    def _company(self, row: Row, id_number: str, obtained_at: datetime) -> CompanyRecord:
        if id_number not in row.holders(self.people, self.person_id_number, self.unread_of_person):
            raise AnswerUntrustworthy("a company is somebody else's")
        row.credit_code(self.credit_code)
        return CompanyRecord(
            holder=id_number,
            region=row.region(self.region),
            since=row.past_day(self.since, obtained_at),
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
