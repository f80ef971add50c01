"""住房城乡建设: the leases a guardian has filed (租赁备案)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import LeaseRecord, Particular
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class LeaseFiling:
    """The resource and its fields; an answer has one row per lease, those that have ended included."""

    resource: str = "lease_filing"
    asked_by: str = "CZRZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = ((Particular.NUMBER, "BABH"), (Particular.ADDRESS, "ZL"))
    number: str = "BABH"
    tenants: str = "CZR"
    tenant_id_number: str = "ZJH"
    address: str = "ZL"
    region: str = "XZQH"
    filed_on: str = "BARQ"
    since: str = "QZRQ"
    until: str = "ZZRQ"
    unread: tuple[str, ...] = ()
    unread_of_tenant: tuple[str, ...] = ("XM",)

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[LeaseRecord]:
        """Read the leases that have not ended; each must name the guardian among its tenants."""
        leases = [
            (not row.is_empty(self.until) and row.day(self.until) < obtained_at.date(), row)
            for row in rows(data, self.resource)
        ]
        read = [(ended, self._lease(row, id_number, obtained_at)) for ended, row in leases]
        return tuple(lease for ended, lease in read if not ended)

    def _lease(self, row: Row, id_number: str, obtained_at: datetime) -> LeaseRecord:
        tenants = row.holders(self.tenants, self.tenant_id_number, self.unread_of_tenant)
        if id_number not in tenants:
            raise AnswerUntrustworthy("a lease is somebody else's")
        row.text(self.number)
        return LeaseRecord(
            region=row.region(self.region),
            address=row.text(self.address),
            filed_on=row.past_day(self.filed_on, obtained_at),
            since=row.day(self.since),
            tenants=tenants,
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
