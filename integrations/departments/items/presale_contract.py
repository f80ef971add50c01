"""住房城乡建设: the filed contracts (网签备案) by which a guardian bought a new home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrolment.model.establishing.records import Particular, PresaleRecord
from integrations.departments.errors import AnswerUntrustworthy
from integrations.departments.items.data_item import Given, Subject
from integrations.departments.items.fields import Row, rows


@dataclass(frozen=True, slots=True)
class PresaleContract:
    """The resource and its fields; an answer has one row per contract."""

    resource: str = "presale_contract"
    asked_by: str = "GFRZJH"
    subject: Subject = Subject.GUARDIAN
    given: Given = (
        (Particular.NUMBER, "HTBH"),
        (Particular.NAME, "GFRXM"),
    )
    number: str = "HTBH"
    buyers: str = "GFR"
    buyer_id_number: str = "ZJH"
    address: str = "ZL"
    region: str = "XZQH"
    filed_on: str = "BARQ"
    state: str = "JFZT"
    states: tuple[tuple[str, bool], ...] = (("已交付", True), ("未交付", False))
    """The states of the home, and whether it was handed over in each."""
    unread: tuple[str, ...] = ()
    unread_of_buyer: tuple[str, ...] = ("XM",)

    def read(self, data: object, id_number: str, obtained_at: datetime) -> Sequence[PresaleRecord]:
        """Read every contract; each must name the guardian among its buyers."""
        return tuple(self._contract(row, id_number, obtained_at) for row in rows(data, self.resource))

    def _contract(self, row: Row, id_number: str, obtained_at: datetime) -> PresaleRecord:
        buyers = row.holders(self.buyers, self.buyer_id_number, self.unread_of_buyer)
        if id_number not in buyers:
            raise AnswerUntrustworthy("a contract is somebody else's")
        return PresaleRecord(
            contract_number=row.text(self.number),
            region=row.region(self.region),
            address=row.text(self.address),
            filed_on=row.past_day(self.filed_on, obtained_at),
            delivered=row.choice(self.state, self.states),
            buyers=buyers,
            obtained_at=obtained_at,
            digest=row.digest(self.unread),
        )
