"""The services behind the page, joined to their ports once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from enrolment.model.consent import ConsentGrant
from enrolment.ports import BeginWork, Clock, Ids, Plans
from enrolment.services.consents.record_consent import RecordConsent, record_consent
from enrolment.services.consents.show_consents import ChildConsents, show_consents
from enrolment.services.consents.withdraw_consent import ConsentWithdrawn, WithdrawConsent, withdraw_consent
from enrolment.services.guardians.erase_data import Erased, erase_data
from enrolment.services.guardians.export_data import export_data
from enrolment.upkeep_ports import Dialogues


class ReadLink(Protocol):
    """Says for which conversation a link was made."""

    def __call__(self, token: str, /) -> str:
        """Read a link; raise LinkRefused."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDesk:
    """What the page works with; `connected` are the data items that departments are asked about."""

    read_link: ReadLink
    begin: BeginWork
    plans: Plans
    ids: Ids
    clock: Clock
    dialogues: Dialogues
    connected: Collection[str]


@dataclass(frozen=True, slots=True)
class Visit:
    """One guardian at the desk, in one conversation."""

    desk: ConsentDesk
    conversation_id: str

    def consents(self) -> Sequence[ChildConsents]:
        """What was agreed to."""
        desk = self.desk
        return show_consents(
            self.conversation_id,
            begin=desk.begin,
            plans=desk.plans,
            clock=desk.clock,
            connected=desk.connected,
        )

    def withdraw(self, child_id: str, item: str) -> ConsentWithdrawn:
        """Take back one consent, or all of a child's."""
        desk = self.desk
        cmd = WithdrawConsent(self.conversation_id, child_id, (item,) if item else ())
        return withdraw_consent(
            cmd, begin=desk.begin, plans=desk.plans, clock=desk.clock, connected=desk.connected
        )

    def grant(
        self, application_id: str, item: str, text_version: str, channel: str
    ) -> Sequence[ConsentGrant]:
        """Agree to one data item."""
        desk = self.desk
        cmd = RecordConsent(self.conversation_id, application_id, (item,), (), text_version, channel)
        return record_consent(cmd, begin=desk.begin, plans=desk.plans, ids=desk.ids, clock=desk.clock)

    def export(self) -> dict[str, object]:
        """Everything kept about the guardian and the children."""
        desk = self.desk
        return export_data(self.conversation_id, begin=desk.begin, plans=desk.plans, clock=desk.clock)

    def erase(self) -> Erased:
        """Delete what may be deleted."""
        desk = self.desk
        return erase_data(self.conversation_id, begin=desk.begin, clock=desk.clock, dialogues=desk.dialogues)
