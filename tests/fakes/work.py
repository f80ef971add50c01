"""Everything stored, in memory: leaving a transaction without commit undoes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from types import TracebackType
from typing import Self

from enrolment.handover_ports import Handovers
from enrolment.model.access import Access
from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import KeptReply
from enrolment.model.establishing.records import Particulars
from enrolment.model.handover import Handover
from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.page import PaperPage
from enrolment.model.people import Child, Guardian
from enrolment.model.sign_in import SignIn
from enrolment.paper_ports import HeldPictures, Papers
from enrolment.ports import (
    Accesses,
    Cases,
    Chats,
    Grants,
    Guardians,
    Notices,
    ParticularsKept,
    Replies,
    Runs,
    SignIns,
)
from tests.fakes.handovers import FakeHandovers
from tests.fakes.papers import FakeHeldPictures, FakePapers
from tests.fakes.repositories import (
    FakeAccesses,
    FakeCases,
    FakeChats,
    FakeGrants,
    FakeGuardians,
    FakeSignIns,
)
from tests.fakes.verifications import FakeNotices, FakeParticulars, FakeReplies, FakeRuns


@dataclass(slots=True)
class Tables:
    """What is stored."""

    guardians: dict[str, Guardian] = field(default_factory=dict)
    children: dict[str, tuple[Child, ...]] = field(default_factory=dict)
    sign_ins: dict[str, SignIn] = field(default_factory=dict)
    bound: dict[str, str] = field(default_factory=dict)
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    grants: dict[str, ConsentGrant] = field(default_factory=dict)
    cases: dict[str, Application] = field(default_factory=dict)
    replies: dict[tuple[str, str, str], KeptReply] = field(default_factory=dict)
    particulars: dict[str, tuple[ConsentGrant, Particulars]] = field(default_factory=dict)
    runs: dict[str, tuple[str, datetime | None]] = field(default_factory=dict)
    notices: dict[tuple[str, str], str] = field(default_factory=dict)
    serials: dict[tuple[str, int], int] = field(default_factory=dict)
    accesses: dict[str, tuple[Access, ...]] = field(default_factory=dict)
    papers: dict[str, tuple[PaperPage, bytes]] = field(default_factory=dict)
    held: dict[str, tuple[HeldPicture, bytes]] = field(default_factory=dict)
    handovers: dict[str, Handover] = field(default_factory=dict)

    def copy(self) -> Tables:
        """A copy that can change on its own: what the tables hold never changes."""
        return replace(self, **{name: dict(getattr(self, name)) for name in self.__slots__})


class Store:
    """The stored state; `begin` is a `BeginWork`, `commits` counts the transactions that lasted."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.commits = 0

    def begin(self) -> FakeWork:
        """Begin a transaction."""
        return FakeWork(self)


class FakeWork:
    """Implements `Work`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables = store.tables.copy()
        self.guardians: Guardians = FakeGuardians(self._tables)
        self.sign_ins: SignIns = FakeSignIns(self._tables)
        self.chats: Chats = FakeChats(self._tables)
        self.grants: Grants = FakeGrants(self._tables)
        self.cases: Cases = FakeCases(self._tables)
        self.replies: Replies = FakeReplies(self._tables)
        self.particulars: ParticularsKept = FakeParticulars(self._tables)
        self.runs: Runs = FakeRuns(self._tables)
        self.notices: Notices = FakeNotices(self._tables)
        self.accesses: Accesses = FakeAccesses(self._tables)
        self.papers: Papers = FakePapers(self._tables)
        self.held_pictures: HeldPictures = FakeHeldPictures(self._tables)
        self.handovers: Handovers = FakeHandovers(self._tables)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what was not committed."""

    def commit(self) -> None:
        """Make it last."""
        self._store.tables = self._tables.copy()
        self._store.commits += 1
