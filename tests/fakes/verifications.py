"""The repositories of a verification, over tables in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import KeptReply
from enrolment.model.establishing.records import Particulars

if TYPE_CHECKING:
    from tests.fakes.work import Tables


class FakeReplies:
    """Implements `Replies`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def keep(self, reply: KeptReply) -> None:
        """Store an answer in place of an earlier one to the same question."""
        self._tables.replies[reply.child_id, reply.data_item, reply.id_number] = reply

    def of_child(self, child_id: str) -> Sequence[KeptReply]:
        """Every answer for a child, oldest first."""
        mine = [reply for reply in self._tables.replies.values() if reply.child_id == child_id]
        return sorted(mine, key=lambda reply: reply.asked_at)

    def forget(self, grant_id: str) -> None:
        """Delete everything pulled under a grant."""
        for question, reply in list(self._tables.replies.items()):
            if reply.grant_id == grant_id:
                del self._tables.replies[question]


class FakeParticulars:
    """Implements `ParticularsKept`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def keep(self, grant: ConsentGrant, particulars: Particulars, at: datetime) -> None:  # noqa: ARG002 - the port's
        """Store what was given."""
        self._tables.particulars[grant.id] = (grant, particulars)

    def of_child(self, child_id: str) -> Mapping[str, Particulars]:
        """What was given for a child."""
        kept = self._tables.particulars.values()
        return {grant.data_item: given for grant, given in kept if grant.child_id == child_id}

    def forget(self, grant_id: str) -> None:
        """Delete it."""
        self._tables.particulars.pop(grant_id, None)


class FakeRuns:
    """Implements `Runs`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def take(self, application_id: str, run: str, now: datetime, until: datetime, *, new: bool) -> bool:
        """Hold an application; a new run takes it over once nobody else asks."""
        held = self._tables.runs.get(application_id, (run, None) if new else None)
        if held is None:
            return False
        owner, asking_until = held
        busy = asking_until is not None and asking_until > now
        if owner != run and (busy or not new):
            return False
        self._tables.runs[application_id] = (run, until)
        return True

    def release(self, application_id: str, run: str) -> None:
        """Say that this run is done asking."""
        if self._tables.runs.get(application_id, ("", None))[0] == run:
            self._tables.runs[application_id] = (run, None)


class FakeNotices:
    """Implements `Notices`; the words stay in the tables."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, guardian_id: str, key: str, text: str, at: datetime) -> None:  # noqa: ARG002 - the port's
        """Keep words once for each key."""
        self._tables.notices.setdefault((guardian_id, key), text)
