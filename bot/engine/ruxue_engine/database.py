"""Opens the database that holds the conversations."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.pool import QueuePool

SECONDS_TO_WAIT = 3


def connect(url: str) -> Engine:
    """Prepare connections to SQLite or PostgreSQL; the first use opens one."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    # The other processes name the newer psycopg driver in the same URL; Rasa's SQLAlchemy knows only the older.
    return sa.create_engine(
        address.set(drivername="postgresql+psycopg2"),
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": SECONDS_TO_WAIT,
            "options": f"-c statement_timeout={SECONDS_TO_WAIT * 1000}",
        },
    )


def _sqlite(address: sa.engine.URL) -> Engine:
    engine = sa.create_engine(
        address,
        poolclass=QueuePool,
        pool_size=1 if address.database in {None, "", ":memory:"} else 5,
        connect_args={"check_same_thread": False, "timeout": SECONDS_TO_WAIT},
    )

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's own connection
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    return engine
