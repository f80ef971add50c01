"""公安: the household book a child is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import HouseholdRecord, Member, Particular
from integrations.departments.errors import AnswerMalformed, AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, digest_of, rows


@dataclass(frozen=True, slots=True)
class HouseholdMembers:
    """The resource and its fields; an answer has one row per member of the book."""

    resource: str = "household_members"
    asked_by: str = "GMSFHM"
    subject: Subject = Subject.CHILD
    given: Given = ((Particular.NUMBER, "HH"), (Particular.NAME, "XM"))
    book: str = "HH"
    name: str = "XM"
    id_number: str = "GMSFHM"
    birth_date: str = "CSRQ"
    relation: str = "YHZGX"
    address: str = "HKSZD"
    region: str = "XZQH"
    kind: str = "HLX"
    moved_in: str = "QRRQ"
    kinds: tuple[tuple[str, bool], ...] = (("家庭户", False), ("集体户", True))
    """The kinds of book, and whether each is a collective one."""
    unread: tuple[str, ...] = ()

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[HouseholdRecord]:
        """Join the rows of the one book the child is in."""
        members = rows(data, self.resource)
        if not members:
            return ()
        for shared in (self.book, self.region, self.address, self.kind):
            if len({member.text(shared) for member in members}) > 1:
                raise AnswerMalformed(f"field {shared} differs within one household book")
        record = HouseholdRecord(
            region=members[0].region(self.region),
            address=members[0].text(self.address),
            collective=members[0].choice(self.kind, self.kinds),
            members=tuple(self._member(member) for member in members),
            obtained_at=obtained_at,
            digest=digest_of(members, self.unread),
        )
        if all(member.id_number != id_number for member in record.members):
            raise AnswerUntrustworthy("the household book is somebody else's")
        return (record,)

    def _member(self, row: Row) -> Member:
        return Member(
            name=row.text(self.name),
            id_number=row.citizen(self.id_number),
            birth_date=row.day(self.birth_date),
            relation=row.text(self.relation),
            moved_in=None if row.is_empty(self.moved_in) else row.day(self.moved_in),
        )
