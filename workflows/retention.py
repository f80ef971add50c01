"""Takes finished work out of the workflows' database: ids, times and results that say nothing more."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy
from dbos import DBOSClient, WorkflowStatus
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.ports import StorageUnavailable
from enrolment.model.retention import Kind
from workflows.open import sqlite_engine

_FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
BATCH = 500


class FinishedWork:
    """Implements `enrolment.upkeep_ports.Retention` for finished workflows; what runs is never touched.

    `ahead` is how far the house's clock runs ahead of the machine's, by which workflows are dated.
    """

    def __init__(self, url: str, *, ahead: timedelta = timedelta(0)) -> None:
        self._url = url
        self._ahead = ahead

    def expired(self, kind: Kind, before: datetime) -> int:
        """How many were finished before this moment."""
        return self._take(kind, before, delete=False)

    def purge(self, kind: Kind, before: datetime) -> int:
        """Delete them with their steps; how many."""
        return self._take(kind, before, delete=True)

    def _take(self, kind: Kind, before: datetime, *, delete: bool) -> int:
        if kind is not Kind.WORKFLOWS:
            raise ValueError(f"the workflows' database holds no {kind}")
        sqlite = self._url.startswith("sqlite")
        engine = sqlite_engine(self._url) if sqlite else _postgresql(self._url)
        try:
            if not sqlalchemy.inspect(engine).has_table("workflow_status", None if sqlite else "dbos"):
                return 0
            client = DBOSClient(system_database_engine=engine, retry_connection_errors=False)
            found = (
                _delete(client, self._until(before)) if delete else len(_found(client, self._until(before)))
            )
            client.destroy()
        except SQLAlchemyError as error:
            raise StorageUnavailable("the workflows' database did not answer") from error
        finally:
            engine.dispose()
        return found

    def _until(self, before: datetime) -> str:
        return (before - self._ahead).isoformat()


def _delete(client: DBOSClient, until: str) -> int:
    total = 0
    while found := _found(client, until, BATCH):
        client.delete_workflows([each.workflow_id for each in found])
        total += len(found)
    return total


def _found(client: DBOSClient, until: str, limit: int | None = None) -> list[WorkflowStatus]:
    return client.list_workflows(
        status=_FINISHED, completed_before=until, limit=limit, load_input=False, load_output=False
    )


def _postgresql(url: str) -> sqlalchemy.Engine:
    address = make_url(url).set(drivername="postgresql+psycopg")
    return sqlalchemy.create_engine(address, pool_pre_ping=True)
