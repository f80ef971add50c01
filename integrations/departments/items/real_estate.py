"""自然资源: the homes a guardian owns or shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import HomeRecord, Owner, Particular
from integrations.departments.errors import AnswerMalformed, AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows

_WHOLE = 100.01
"""All shares together, with room for three thirds rounded up."""


@dataclass(frozen=True, slots=True)
class RealEstate:
    """The resource and its fields; an answer has one row per certificate."""

    resource: str = "real_estate"
    asked_by: str = "QLRZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = (
        (Particular.NUMBER, "BDCQZH"),
        (Particular.KIND, "ZSLX"),
        (Particular.NAME, "QLRMC"),
        (Particular.ADDRESS, "ZL"),
    )
    certificate: str = "BDCQZH"
    owners: str = "QLR"
    owner_id_number: str = "ZJH"
    owner_share: str = "QLBL"
    address: str = "ZL"
    region: str = "XZQH"
    use: str = "GHYT"
    registered_on: str = "DJSJ"
    unread: tuple[str, ...] = ()
    unread_of_owner: tuple[str, ...] = ("XM",)

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[HomeRecord]:
        """Read every certificate; each must name the guardian among its owners."""
        return tuple(self._home(row, id_number, obtained_at) for row in rows(data, self.resource))

    def _home(self, row: Row, id_number: str, obtained_at: datetime) -> HomeRecord:
        owners = tuple(self._owner(owner) for owner in row.rows(self.owners))
        if all(owner.id_number != id_number for owner in owners):
            raise AnswerUntrustworthy("a certificate is somebody else's")
        if sum(owner.share for owner in owners) > _WHOLE:
            raise AnswerMalformed("the shares of a certificate are more than the whole")
        return HomeRecord(
            certificate_number=row.text(self.certificate),
            region=row.region(self.region),
            address=row.text(self.address),
            use=row.text(self.use),
            registered_on=row.day(self.registered_on),
            owners=owners,
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )

    def _owner(self, row: Row) -> Owner:
        owner = Owner(id_number=row.holder(self.owner_id_number), share=row.percent(self.owner_share))
        row.refuse_unexpected(self.unread_of_owner)
        return owner
