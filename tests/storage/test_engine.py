"""Opening the database, and what is said when it does not answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.ports import StorageUnavailable
from enrolment.ports import BeginWork
from storage.engine import create_engine, ping
from tests.storage.samples import MOTHER, PATIENCE


def test_ping_is_silent_when_the_database_is_migrated(engine: Engine) -> None:
    """Health asks the real tables, on both databases."""
    ping(engine)


def test_ping_raises_storage_unavailable_when_never_migrated(empty_url: str) -> None:
    """A database without tables is not a healthy one."""
    with pytest.raises(StorageUnavailable):
        ping(create_engine(empty_url))


def test_ping_raises_storage_unavailable_when_the_server_is_not_there() -> None:
    """A PostgreSQL that refuses connections is named."""
    engine = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none", patience=PATIENCE)
    with pytest.raises(StorageUnavailable, match="OperationalError"):
        ping(engine)


def test_ping_raises_storage_unavailable_when_the_file_is_no_database(tmp_path: Path) -> None:
    """A damaged file is named by SQLite's own code."""
    path = tmp_path / "damaged.db"
    path.write_bytes(b"this was never a database, whatever its name says" * 100)
    with pytest.raises(StorageUnavailable, match="SQLITE_NOTADB"):
        ping(create_engine(f"sqlite:///{path}"))


def test_ping_raises_storage_unavailable_when_locked(
    engine: Engine, locked: Callable[[], AbstractContextManager[None]]
) -> None:
    """A database nobody can write to is not healthy."""
    with locked(), pytest.raises(StorageUnavailable):
        ping(engine)
    ping(engine)


def test_work_raises_storage_unavailable_without_values_when_locked(
    begin: BeginWork, locked: Callable[[], AbstractContextManager[None]]
) -> None:
    """The services meet one error, whose words and cause hold nothing personal."""

    def store() -> None:
        with begin() as work:
            work.guardians.upsert(MOTHER)
            work.commit()

    with locked(), pytest.raises(StorageUnavailable) as refusal:
        store()
    told = f"{refusal.value} {refusal.value.__cause__}"
    assert MOTHER.name not in told
    assert MOTHER.id_number not in told
    store()


def test_work_raises_storage_unavailable_when_no_connection_is_free(engine: Engine, begin: BeginWork) -> None:
    """A pool that ran dry is the same refusal."""
    taken = [engine.raw_connection() for _ in range(15)]
    with pytest.raises(StorageUnavailable, match="no database connection"), begin():
        pass
    for connection in taken:
        connection.close()


def test_sqlite_runs_with_the_pragmas_we_count_on(tmp_path: Path) -> None:
    """WAL, NORMAL, foreign keys and the busy timeout hold on every connection."""
    engine = create_engine(f"sqlite:///{tmp_path / 'new' / 'ruxue.db'}", patience=1.5)
    with engine.begin() as first, engine.connect() as second:
        del first
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        second.execution_options(ruxue_reads_only=True)
        assert [second.execute(text(f"PRAGMA {name}")).scalar_one() for name in names] == ["wal", 1, 1, 1500]
