"""The services behind the page, joined to their ports once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from enrolment.model.application import Application
from enrolment.model.errors import CaseNotFound
from enrolment.model.establishing.records import Particular
from enrolment.ports import BeginWork, Clock, Plans
from enrolment.services.verifying.recheck_facts import MismatchWords, list_mismatches, recheck_facts
from web.pages.consents.desk import ReadLink

Verify = Callable[[str, str], Awaitable[Application]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsDesk:
    """What the page works with; `verify` asks the departments about an application of a conversation."""

    read_link: ReadLink
    begin: BeginWork
    plans: Plans
    clock: Clock
    verify: Verify


@dataclass(frozen=True, slots=True)
class Visit:
    """One guardian at the desk, in one conversation."""

    desk: RecordsDesk
    conversation_id: str

    def mismatches(self) -> Sequence[MismatchWords]:
        """Every data item that does not bear the guardian out."""
        return list_mismatches(self.conversation_id, begin=self.desk.begin, plans=self.desk.plans)

    def recheck(self, application_id: str, item: str, typed: Mapping[Particular, str]) -> None:
        """Have a data item asked again; only what the page offers."""
        if (application_id, item) not in {
            (each.application_id, each.data_item) for each in self.mismatches()
        }:
            raise CaseNotFound("this page offers no such record")
        recheck_facts(
            application_id,
            self.conversation_id,
            item,
            typed,
            begin=self.desk.begin,
            clock=self.desk.clock,
        )
