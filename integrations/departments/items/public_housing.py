"""住房城乡建设: the public low-rent homes (公租房) a guardian was allotted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import Particular, PublicHousingRecord
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class PublicHousing:
    """The resource and its fields; an answer has one row per home, those given back included."""

    resource: str = "public_housing"
    asked_by: str = "CZRZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ((Particular.NUMBER, "HTBH"), (Particular.NAME, "CZRXM"))
    number: str = "HTBH"
    tenants: str = "CZR"
    tenant_id_number: str = "ZJH"
    address: str = "ZL"
    region: str = "XZQH"
    since: str = "QZRQ"
    state: str = "ZT"
    states: tuple[tuple[str, bool], ...] = (("在租", True), ("已退租", False))
    """The states of a tenancy, and whether the home is lived in in each."""
    unread: tuple[str, ...] = ()
    unread_of_tenant: tuple[str, ...] = ("XM",)

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[PublicHousingRecord]:
        """Read the homes lived in; each must name the guardian among its tenants."""
        homes = [
            (row.choice(self.state, self.states), self._home(row, id_number, obtained_at))
            for row in rows(data, self.resource)
        ]
        return tuple(home for lived_in, home in homes if lived_in)

    def _home(self, row: Row, id_number: str, obtained_at: datetime) -> PublicHousingRecord:
        tenants = row.holders(self.tenants, self.tenant_id_number, self.unread_of_tenant)
        if id_number not in tenants:
            raise AnswerUntrustworthy("a public low-rent home is somebody else's")
        row.text(self.number)
        return PublicHousingRecord(
            region=row.region(self.region),
            address=row.text(self.address),
            since=row.past_day(self.since, obtained_at),
            tenants=tenants,
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
