"""One transaction over everything enrolment stores."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from types import TracebackType
from typing import Self

from sqlalchemy.exc import TimeoutError as NoFreeConnection
from sqlalchemy.orm import Session

from bot.ports import StorageUnavailable
from enrolment.handover_ports import Handovers
from enrolment.model.access import Reader
from enrolment.paper_ports import HeldPictures, Papers
from enrolment.ports import (
    Accesses,
    BeginWork,
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
from storage.access_log import SqlAccesses
from storage.ids import new_id as random_id
from storage.papers.held import SqlHeldPictures
from storage.papers.rows import SqlPapers
from storage.repositories.cases import SqlCases
from storage.repositories.chats import SqlChats
from storage.repositories.grants import SqlGrants
from storage.repositories.guardians import SqlGuardians
from storage.repositories.handovers import SqlHandovers
from storage.repositories.notices import SqlNotices
from storage.repositories.particulars import SqlParticulars
from storage.repositories.replies import SqlReplies
from storage.repositories.runs import SqlRuns
from storage.repositories.sign_ins import SqlSignIns
from storage.vault import Vault


class SqlWork:
    """Implements `enrolment.ports.Work`; every use raises StorageUnavailable when the database is away.

    On SQLite it holds the one write lock from beginning to end: never wait for anything else inside.
    What was read of sealed fields is logged before anybody gets it; where that fails, reading fails.
    """

    def __init__(self, session: Session, vault: Vault, reader: Reader, new_id: Callable[[], str]) -> None:
        self._session = session
        self._vault = vault
        self._notes = vault.notes(reader)
        sealing = vault.sealing(self._notes)
        self.guardians: Guardians = SqlGuardians(session, sealing, new_id)
        self.sign_ins: SignIns = SqlSignIns(session, sealing)
        self.chats: Chats = SqlChats(session)
        self.grants: Grants = SqlGrants(session)
        self.cases: Cases = SqlCases(session, sealing)
        self.accesses: Accesses = SqlAccesses(session)
        self.papers: Papers = SqlPapers(session, sealing)
        self.held_pictures: HeldPictures = SqlHeldPictures(session, sealing)
        self.replies: Replies = SqlReplies(session, sealing, new_id)
        self.particulars: ParticularsKept = SqlParticulars(session, sealing, new_id)
        self.runs: Runs = SqlRuns(session)
        self.notices: Notices = SqlNotices(session, sealing, new_id)
        self.handovers: Handovers = SqlHandovers(session, sealing)

    def __enter__(self) -> Self:
        """Begin."""
        self._vault.ring.prepare()
        try:
            self._session.connection()
        except NoFreeConnection as error:
            raise StorageUnavailable("no database connection came free in time") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what was not committed."""
        self._session.close()
        # A refusal says more than that it could not be logged; nothing that was read leaves with it.
        with suppress(StorageUnavailable) if error is not None else nullcontext():
            self._notes.flush(self._vault.engine)

    def commit(self) -> None:
        """Make it last."""
        keys = self._notes.write(self._session.connection())
        self._session.commit()
        self._notes.written(keys)


def begin_work(vault: Vault, reader: Reader, *, new_id: Callable[[], str] = random_id) -> BeginWork:
    """Make the function that begins a transaction in this vault, on behalf of this reader."""

    def begin() -> SqlWork:
        return SqlWork(Session(vault.engine, expire_on_commit=False), vault, reader, new_id)

    return begin
