"""卫生健康: the birth certificate of a child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import BirthRecord, Particular
from integrations import id_numbers
from integrations.departments.errors import AnswerMalformed, AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class BirthCertificate:
    """The resource and its fields; a certificate may leave a parent open."""

    resource: str = "birth_certificate"
    asked_by: str = "GMSFHM"
    subject: Subject = Subject.CHILD
    given: Given = ((Particular.NUMBER, "CSZMBH"),)
    number: str = "CSZMBH"
    child_name: str = "XM"
    child_id_number: str = "GMSFHM"
    birth_date: str = "CSRQ"
    parents: tuple[str, ...] = ("MQZJH", "FQZJH")
    """The fields of the parents' ID numbers."""
    unread: tuple[str, ...] = ("MQXM", "FQXM")

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[BirthRecord]:
        """Read the one certificate of the child."""
        certificates = rows(data, self.resource)
        if not certificates:
            return ()
        if len(certificates) > 1:
            raise AnswerMalformed("a child has more than one birth certificate")
        (row,) = certificates
        row.text(self.number)
        row.text(self.child_name)
        self._refuse_another_child(row, id_number)
        return (
            BirthRecord(
                birth_date=row.day(self.birth_date),
                parents=self._parents(row),
                obtained_at=obtained_at,
                digest=row.digest(self.unread),
            ),
        )

    def _refuse_another_child(self, row: Row, id_number: str) -> None:
        # a certificate is written before the child has an ID number, so most answers carry only the date
        if row.is_empty(self.child_id_number):
            same = row.day(self.birth_date) == id_numbers.birth_date_of(id_number)
        else:
            same = row.citizen(self.child_id_number) == id_number
        if not same:
            raise AnswerUntrustworthy("the birth certificate is another child's")

    def _parents(self, row: Row) -> tuple[str, ...]:
        parents = tuple(row.holder(number) for number in self.parents if not row.is_empty(number))
        if not parents:
            raise AnswerMalformed("the birth certificate names no parent")
        return parents
