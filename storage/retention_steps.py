"""Which rows of which tables are over, for every kind of data that is kept for a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Delete,
    LargeBinary,
    Select,
    Table,
    Update,
    cast,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from enrolment.model.application import State
from enrolment.model.retention import Kind, last_term_begun
from storage.statements import table
from storage.tables import (
    AccessRow,
    ApplicationRow,
    BindingRow,
    ChildRow,
    ClauseNoticeRow,
    ConversationRow,
    EventRow,
    GapRow,
    GrantRow,
    GuardianRow,
    HandoverRow,
    HeldPictureRow,
    HouseholdRow,
    PaperRow,
    ParticularsRow,
    ReplyRow,
    SignInRow,
    ToldClauseRow,
    TurnRow,
    VaultRow,
)
from storage.tables.base import CHINA
from storage.tables.cases import EMPTIED

SIGN_INS, TURNS, TYPED, ACCESSES = table(SignInRow), table(TurnRow), table(VaultRow), table(AccessRow)
CASES, EVENTS, PAPERS = table(ApplicationRow), table(EventRow), table(PaperRow)
CONVERSATIONS, HANDOVERS = table(ConversationRow), table(HandoverRow)
HELD_PICTURES = table(HeldPictureRow)
PICTURED = frozenset({PAPERS, HELD_PICTURES})
"""Tables whose rows each speak of a picture kept elsewhere."""
GRANTS, REPLIES = table(GrantRow), table(ReplyRow)
GAPS, TOLD, CLAUSE_NOTICES = table(GapRow), table(ToldClauseRow), table(ClauseNoticeRow)
READ_OFF = table(ParticularsRow)
GUARDIANS, CHILDREN = table(GuardianRow), table(ChildRow)
HOUSEHOLDS, BINDINGS = table(HouseholdRow), table(BindingRow)

LOG_AT_LEAST = timedelta(days=181)
_CASE = {"declared": EMPTIED, "facts": EMPTIED, "outcome": None}


@dataclass(frozen=True, slots=True)
class Step:
    """Rows that are over: deleted, or given these values where their frame must stay."""

    table: Table
    over: ColumnElement[bool]
    emptied: Mapping[str, object] | None = None

    def statement(self, some: ColumnElement[bool] | None = None) -> Delete | Update:
        """What takes them away, or only `some` of them."""
        over = self.over if some is None else some
        if self.emptied is None:
            return delete(self.table).where(over)
        return update(self.table).where(over).values(self.emptied)


def steps(kind: Kind, before: datetime) -> Sequence[Step]:
    """What to do about a kind, in an order that breaks no reference."""
    return _STEPS[kind](before)


def _messages(before: datetime) -> Sequence[Step]:
    spoken = exists().where(TURNS.c.conversation_id == CONVERSATIONS.c.id)
    return [
        Step(TURNS, TURNS.c.received_at < before),
        Step(CONVERSATIONS, CONVERSATIONS.c.offered.is_not(None) & ~spoken, {"offered": None}),
    ]


def _drafts(before: datetime) -> Sequence[Step]:
    unfiled = _unfiled(before)
    return [
        Step(PAPERS, PAPERS.c.application_id.in_(select(CASES.c.id).where(unfiled))),
        Step(CASES, unfiled, _CASE),
    ]


def _filings(before: datetime) -> Sequence[Step]:
    return [Step(CASES, (CASES.c.submitted_at < before) & (CASES.c.declared != EMPTIED), _CASE)]


def _consents(before: datetime) -> Sequence[Step]:
    ended = func.coalesce(GRANTS.c.revoked_at, GRANTS.c.expires_at) < before
    used = or_(
        exists().where(REPLIES.c.grant_id == GRANTS.c.id), exists().where(READ_OFF.c.grant_id == GRANTS.c.id)
    )
    return [Step(GRANTS, ended & ~used)]


def _access_log(before: datetime) -> Sequence[Step]:
    # By its own clock the database refuses to delete younger lines, whatever day a demonstration takes place.
    allowed = datetime.now(UTC) - LOG_AT_LEAST
    return [Step(ACCESSES, ACCESSES.c.at < min(before, allowed))]


def _unfiled(before: datetime) -> ColumnElement[bool]:
    # Events keep their moments as text in the time of China, which is in the order of time.
    last = select(func.max(EVENTS.c.at)).where(EVENTS.c.application_id == CASES.c.id).scalar_subquery()
    return (
        CASES.c.state.in_([State.DRAFT.value, State.WITHDRAWN.value])
        & CASES.c.submitted_at.is_(None)
        & (CASES.c.declared != EMPTIED)
        & (last < before.astimezone(CHINA).isoformat())
    )


def _records(before: datetime) -> Sequence[Step]:
    year = last_term_begun(before.astimezone(CHINA).date())
    over = select(CASES.c.id).where(CASES.c.year <= year)
    term = datetime.combine(date(year, 9, 1), datetime.min.time(), CHINA)
    return [
        Step(PAPERS, PAPERS.c.application_id.in_(over)),
        Step(REPLIES, REPLIES.c.asked_at < term),
        Step(READ_OFF, READ_OFF.c.given_at < term),
        Step(CASES, (CASES.c.year <= year) & (CASES.c.facts != EMPTIED), {"facts": EMPTIED}),
    ]


def _people(before: datetime) -> Sequence[Step]:
    kept = exists().where(CASES.c.guardian_id == GUARDIANS.c.id, CASES.c.declared != EMPTIED)
    seen = exists().where(BINDINGS.c.guardian_id == GUARDIANS.c.id, BINDINGS.c.bound_at >= before)
    return people_gone(select(GUARDIANS.c.id).where(~kept, ~seen, GUARDIANS.c.name != EMPTIED))


def people_gone(gone: Select[str]) -> Sequence[Step]:
    """What to do about guardians who go, and about children of whom nobody and no case knows any more."""
    at_home = exists().where(HOUSEHOLDS.c.child_id == CHILDREN.c.id)
    of_a_case = exists().where(CASES.c.child_id == CHILDREN.c.id, CASES.c.declared != EMPTIED)
    alone = ~at_home & ~of_a_case & (CHILDREN.c.name != EMPTIED)
    of_child = or_(
        exists().where(CASES.c.child_id == CHILDREN.c.id),
        exists().where(GRANTS.c.child_id == CHILDREN.c.id),
        exists().where(REPLIES.c.child_id == CHILDREN.c.id),
        exists().where(READ_OFF.c.child_id == CHILDREN.c.id),
    )
    of_guardian = exists().where(CASES.c.guardian_id == GUARDIANS.c.id)
    return [
        Step(BINDINGS, BINDINGS.c.guardian_id.in_(gone)),
        Step(HOUSEHOLDS, HOUSEHOLDS.c.guardian_id.in_(gone)),
        Step(GUARDIANS, GUARDIANS.c.id.in_(gone) & of_guardian, _nobody(GUARDIANS)),
        Step(GUARDIANS, GUARDIANS.c.id.in_(gone) & ~of_guardian),
        Step(CHILDREN, alone & of_child, _nobody(CHILDREN)),
        Step(CHILDREN, alone & ~of_child),
    ]


def _nobody(people: Table) -> Mapping[str, object]:
    """A person whose row must stay for a timeline: the id replaces the hash that found them."""
    return {"name": EMPTIED, "id_number": EMPTIED, "id_number_hash": cast(people.c.id, LargeBinary)}


_STEPS: Mapping[Kind, Callable[[datetime], Sequence[Step]]] = {
    Kind.SIGN_INS: lambda before: [Step(SIGN_INS, SIGN_INS.c.expires_at < before)],
    Kind.MESSAGES: _messages,
    Kind.TYPED_VALUES: lambda before: [Step(TYPED, TYPED.c.kept_at < before)],
    Kind.HANDOVERS: lambda before: [
        Step(HANDOVERS, func.coalesce(HANDOVERS.c.closed_at, HANDOVERS.c.opened_at) < before)
    ],
    Kind.HELD_PICTURES: lambda before: [Step(HELD_PICTURES, HELD_PICTURES.c.sent_at < before)],
    Kind.DRAFTS: _drafts,
    Kind.RECORDS: _records,
    Kind.FILINGS: _filings,
    Kind.CONSENTS: _consents,
    Kind.ACCESS_LOG: _access_log,
    Kind.GAPS: lambda before: [Step(GAPS, GAPS.c.at < before)],
    Kind.TOLD_CLAUSES: lambda before: [
        Step(TOLD, TOLD.c.told_at < before),
        Step(CLAUSE_NOTICES, CLAUSE_NOTICES.c.queued_at < before),
    ],
    Kind.PEOPLE: _people,
    # In databases of their own: storage/dialogues.py, workflows/retention.py.
    Kind.DIALOGUES: lambda _: [],
    Kind.WORKFLOWS: lambda _: [],
}
