"""One transaction over everything enrolment stores."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import TimeoutError as NoFreeConnection
from sqlalchemy.orm import Session

from bot.ports import StorageUnavailable
from enrolment.ports import BeginWork, Cases, Grants, Guardians, SignIns
from storage.ids import new_id as random_id
from storage.keys import Keys
from storage.repositories.cases import SqlCases
from storage.repositories.grants import SqlGrants
from storage.repositories.guardians import SqlGuardians
from storage.repositories.sign_ins import SqlSignIns
from storage.sealing import Sealing


class SqlWork:
    """Implements `enrolment.ports.Work`; every use raises StorageUnavailable when the database is away.

    On SQLite it holds the one write lock from beginning to end: never wait for anything else inside.
    """

    def __init__(self, session: Session, sealing: Sealing, new_id: Callable[[], str]) -> None:
        self._session = session
        self.guardians: Guardians = SqlGuardians(session, sealing, new_id)
        self.sign_ins: SignIns = SqlSignIns(session, sealing)
        self.grants: Grants = SqlGrants(session)
        self.cases: Cases = SqlCases(session, sealing)

    def __enter__(self) -> Self:
        """Begin."""
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

    def commit(self) -> None:
        """Make it last."""
        self._session.commit()


def begin_work(engine: Engine, keys: Keys, *, new_id: Callable[[], str] = random_id) -> BeginWork:
    """Make the function that begins a transaction on this database under these keys."""
    sealing = Sealing(keys)

    def begin() -> SqlWork:
        return SqlWork(Session(engine, expire_on_commit=False), sealing, new_id)

    return begin
