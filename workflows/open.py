"""Opens the workflows' database in one process, and carries on what that process left unfinished."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy
from dbos import DBOS, DBOSConfig
from sqlalchemy import Engine, event, make_url

from workflows.verification import QUEUE

_VERSION = "1"
"""Raised when a workflow's steps change so that one begun before can't be carried on."""

_AT_ONCE = 4
"""Verifications of the queue at a time; a guardian who waits in a conversation never waits for these."""

_THREADS = {"sqlite": 3, "postgresql": 16}
"""For all that waits for a database: SQLite lets one write at a time, and who waits in a queue waits less."""


@dataclass(frozen=True, slots=True)
class Workflows:
    """Where workflows are kept and which process this is.

    `executor` names the process across restarts: it carries on its own workflows. `drains` says that it
    also works off the queue.
    """

    url: str
    executor: str
    drains: bool = False
    look_seconds: float = 1.0

    def prepare(self) -> None:
        """Create what `DBOS.workflow` registers with; before any workflow is made."""
        DBOS(
            config=DBOSConfig(
                name="ruxue",
                system_database_url=self.url,
                system_database_engine=sqlite_engine(self.url) if self.url.startswith("sqlite") else None,
                executor_id=self.executor,
                application_version=_VERSION,
                log_level="WARNING",
                console_log_level="WARNING",
                max_executor_threads=_THREADS["sqlite" if self.url.startswith("sqlite") else "postgresql"],
                notification_listener_polling_interval_sec=self.look_seconds,
            )
        )
        DBOS.listen_queues([QUEUE] if self.drains else [])

    async def launch(self) -> None:
        """Begin to work, on the running event loop; call it once every workflow is made."""
        DBOS.launch()
        if self.drains:
            await DBOS.register_queue_async(
                QUEUE, worker_concurrency=_AT_ONCE, polling_interval_sec=self.look_seconds
            )

    @staticmethod
    def close() -> None:
        """Stop; what is under way is carried on by the next start."""
        DBOS.destroy(destroy_registry=True)


def sqlite_engine(url: str) -> Engine:
    """As DBOS opens SQLite itself, but with a write-ahead log: three times as fast a step."""
    Path(make_url(url).database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = sqlalchemy.create_engine(url, connect_args={"timeout": 30, "check_same_thread": False})

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.isolation_level = "IMMEDIATE"

    event.listen(engine, "connect", prepare)
    return engine
