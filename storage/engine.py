"""Opens the database, the same way everywhere, and says plainly when it does not answer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, Engine, event, exc, text
from sqlalchemy.engine import URL, ExceptionContext, make_url

from bot.ports import StorageUnavailable

PATIENCE_SECONDS = 2.0
"""How long a locked row or file is waited for: less than a guardian, or a channel, waits for a reply."""

READS_ONLY = "ruxue_reads_only"
"""Execution option of an engine whose transactions never write."""

_REFUSED_DATA = (exc.IntegrityError, exc.DataError)


def create_engine(url: str, *, patience: float = PATIENCE_SECONDS) -> Engine:
    """Open a database by its address, `sqlite:///<file>` or `postgresql+psycopg://…`.

    Whatever goes wrong with it, here or later, is a StorageUnavailable; only data that its constraints
    refuse is not.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = _sqlite(address, patience)
    else:
        engine = _postgresql(address, patience)
    event.listen(engine, "handle_error", _named)
    return engine


def ping(engine: Engine) -> None:
    """Ask whether the database is there, migrated, and lets us write; raise StorageUnavailable."""
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT version_num FROM alembic_version")).one()
    except exc.SQLAlchemyError as error:
        raise StorageUnavailable("the database was never migrated, or has no free connection") from error


def _sqlite(address: URL, patience: float) -> Engine:
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sqlalchemy.create_engine(
        address, hide_parameters=True, connect_args={"timeout": patience}, pool_timeout=patience
    )

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # The driver must not open transactions by itself, else ours could not say IMMEDIATE.
        connection.isolation_level = None
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later can't wait for another's lock
        # (SQLITE_BUSY_SNAPSHOT); one that takes the lock at its start can.
        reads_only = connection.get_execution_options().get(READS_ONLY)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _postgresql(address: URL, patience: float) -> Engine:
    milliseconds = int(patience * 1000)
    options = f"-c lock_timeout={milliseconds} -c statement_timeout={5 * milliseconds}"
    return sqlalchemy.create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=patience,
        connect_args={"options": options, "connect_timeout": max(1, round(patience))},
    )


def _named(context: ExceptionContext) -> BaseException | None:
    # A failed pre-ping is SQLAlchemy's own business: it opens a new connection.
    failure = context.sqlalchemy_exception
    if context.is_pre_ping or not isinstance(failure, exc.DBAPIError) or isinstance(failure, _REFUSED_DATA):
        return None
    original = context.original_exception
    code = getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None) or "no code"
    return StorageUnavailable(f"the database did not answer: {type(original).__name__} ({code})")
