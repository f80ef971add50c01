"""What the services need from outside, as protocols that storage and integrations implement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from enrolment.handover_ports import Handovers
from enrolment.model.access import Access
from enrolment.model.application import Application
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.inquiry import KeptReply
from enrolment.model.establishing.records import DepartmentRecord, Particulars, RecordQuery
from enrolment.model.people import Child, Guardian, Person, VerifiedIdentity
from enrolment.model.plan import Plan
from enrolment.model.sign_in import SignIn
from enrolment.paper_ports import HeldPictures, Papers


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """The current moment, with its time zone (Asia/Shanghai)."""
        ...

    def today(self) -> date:
        """The current day in Asia/Shanghai."""
        ...


class Ids(Protocol):
    """The only source of identifiers."""

    def new(self) -> str:
        """A new identifier nobody can guess (at least 128 bits, URL-safe)."""
        ...


class Plans(Protocol):
    """The plans in force."""

    def get(self, county: str, year: int) -> Plan:
        """Find the plan of a county (GB/T 2260 code) for a year; raise PlanNotFound."""
        ...

    def current(self, county: str) -> Plan:
        """Find a county's plan in force: of the latest year begun, else of the latest; raise PlanNotFound."""
        ...

    def counties(self) -> Sequence[Plan]:
        """The plan in force of every county served, ordered by code."""
        ...


class IdentityProvider(Protocol):
    """The unified identity service."""

    def sign_in_url(self, state: str) -> str:
        """Where the guardian signs in; the state comes back with the answer."""
        ...

    async def identify(self, code: str) -> VerifiedIdentity:
        """Trade a sign-in code for the verified identity; raise SignInRefused or IdentityUnavailable."""
        ...


class Departments(Protocol):
    """The departments that hold records, behind one exchange."""

    @property
    def data_items(self) -> frozenset[str]:
        """The data items that are connected, by key; no other is ever asked for."""
        ...

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Ask for one data item under a live grant; an empty answer means there is no record.

        Raises ConsentMissing when the grant does not cover the query, DepartmentUnavailable when no
        trustworthy answer came.
        """
        ...


class Guardians(Protocol):
    """Verified guardians and the children of their households."""

    def upsert(self, person: Person) -> Guardian:
        """Store a guardian, found again by ID number."""
        ...

    def get(self, guardian_id: str) -> Guardian:
        """Load a guardian; raise KeyError when unknown."""
        ...

    def set_children(self, guardian_id: str, children: Sequence[Person]) -> Sequence[Child]:
        """Store the children of a guardian, each found again by ID number."""
        ...

    def children(self, guardian_id: str) -> Sequence[Child]:
        """The guardian's children, eldest first."""
        ...

    def child(self, guardian_id: str, child_id: str) -> Child:
        """Load one child of this guardian; raise ChildUnknown for any other."""
        ...

    def forget(self, guardian_id: str) -> None:
        """Delete a guardian without a case, and children of nobody else; a timeline keeps bare ids."""
        ...


class SignIns(Protocol):
    """Sign-ins under way and the guardians bound to conversations."""

    def add(self, sign_in: SignIn) -> None:
        """Store a sign-in that was started; only a keyed hash of its state is kept."""
        ...

    def take(self, state: str, at: datetime) -> SignIn:
        """Use up a sign-in; raise SignInRefused when its state is unknown, used or expired."""
        ...

    def bind(self, conversation_id: str, guardian_id: str, at: datetime) -> None:
        """Remember that this conversation is with this guardian."""
        ...

    def guardian_of(self, conversation_id: str) -> str | None:
        """The guardian bound to a conversation, if any."""
        ...

    def conversations_of(self, guardian_id: str) -> Sequence[str]:
        """Every conversation bound to a guardian."""
        ...

    def unbind(self, conversation_id: str) -> None:
        """Forget the binding."""
        ...


class Chats(Protocol):
    """What was said in conversations."""

    def forget(self, conversation_id: str) -> None:
        """Delete messages, replies, notices, values typed, choices, sign-ins, handovers, pictures held."""
        ...


class Grants(Protocol):
    """Consent grants."""

    def add(self, grant: ConsentGrant) -> None:
        """Store a grant."""
        ...

    def save(self, grant: ConsentGrant) -> None:
        """Store the change of a grant."""
        ...

    def of_child(self, child_id: str) -> Sequence[ConsentGrant]:
        """Every grant for a child, oldest first, revoked ones included."""
        ...


class Cases(Protocol):
    """Applications with their timelines."""

    def add(self, application: Application) -> None:
        """Store a new application; raise DuplicateApplication when the child has one for the year."""
        ...

    def save(self, application: Application) -> None:
        """Store the change of an application and the events added to it."""
        ...

    def get(self, application_id: str) -> Application:
        """Load an application; raise CaseNotFound."""
        ...

    def of_child(self, child_id: str, year: int) -> Application | None:
        """The application of a child for a year that was not withdrawn, if any."""
        ...

    def of_guardian(self, guardian_id: str) -> Sequence[Application]:
        """Every application of a guardian, newest first, withdrawn ones included."""
        ...

    def waiting(self, county: str, before: datetime) -> Sequence[Application]:
        """Filings before this moment that still wait, oldest first; an empty county means all."""
        ...

    def empty(self, application_id: str) -> None:
        """Take away what was said, found and decided; the frame and its timeline of keys stay."""
        ...

    def next_receipt_serial(self, county: str, year: int) -> int:
        """The next serial number of a county's receipts for a year, starting at 1, never given twice."""
        ...


class Replies(Protocol):
    """The departments' answers, kept as long as the consent they were given under lasts."""

    def keep(self, reply: KeptReply) -> None:
        """Store an answer in place of an earlier one to the same question; sealed."""
        ...

    def of_child(self, child_id: str) -> Sequence[KeptReply]:
        """The newest answer to every question asked for a child, oldest first."""
        ...

    def forget(self, grant_id: str) -> None:
        """Delete everything pulled under a grant."""
        ...


class ParticularsKept(Protocol):
    """What guardians read off papers, kept as long as the consent to look it up lasts."""

    def keep(self, grant: ConsentGrant, particulars: Particulars, at: datetime) -> None:
        """Store what was given for a grant's child and data item, in place of what was before; sealed."""
        ...

    def of_child(self, child_id: str) -> Mapping[str, Particulars]:
        """What was given for a child, by data item."""
        ...

    def forget(self, grant_id: str) -> None:
        """Delete what was given under a grant."""
        ...


class Runs(Protocol):
    """Which run of a verification an application belongs to, and until when it is being asked about."""

    def take(self, application_id: str, run: str, now: datetime, until: datetime, *, new: bool) -> bool:
        """Hold an application for asking until then; a `new` run takes it over once nobody else asks.

        False while another run asks, and where a run that is not new was followed by another.
        """
        ...

    def release(self, application_id: str, run: str) -> None:
        """Say that this run is done asking for now."""
        ...


class Notices(Protocol):
    """Words for a guardian who is not waiting at the moment."""

    def add(self, guardian_id: str, key: str, text: str, at: datetime) -> None:
        """Put words in front of the guardian's next reply, once a key; dropped without a conversation."""
        ...


class Accesses(Protocol):
    """The log of who read what; storage writes it by itself."""

    def of_guardian(self, guardian_id: str) -> Sequence[Access]:
        """Every read about a guardian, their children and conversations, newest first."""
        ...


class Work(Protocol):
    """One transaction over everything stored; leaving it without `commit` undoes it."""

    guardians: Guardians
    sign_ins: SignIns
    chats: Chats
    grants: Grants
    cases: Cases
    accesses: Accesses
    papers: Papers
    held_pictures: HeldPictures
    replies: Replies
    particulars: ParticularsKept
    runs: Runs
    notices: Notices
    handovers: Handovers

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what was not committed."""
        ...

    def commit(self) -> None:
        """Make it last."""
        ...


BeginWork = Callable[[], Work]
