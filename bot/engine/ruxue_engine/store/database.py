"""Opens the database that holds the conversations."""

import math
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.pool import QueuePool


def connect(url: str, seconds_to_wait: float) -> Engine:
    """Prepare connections to SQLite or PostgreSQL; the first use opens one."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, seconds_to_wait)
    return sa.create_engine(
        # The other processes name the newer psycopg driver in the same URL; this SQLAlchemy knows the older.
        address.set(drivername="postgresql+psycopg2"),
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": math.ceil(seconds_to_wait),
            "options": f"-c statement_timeout={int(seconds_to_wait * 1000)}",
        },
    )


def _sqlite(address: sa.engine.URL, seconds_to_wait: float) -> Engine:
    in_memory = address.database in {None, "", ":memory:"}
    engine = sa.create_engine(
        address,
        poolclass=QueuePool,
        pool_size=1 if in_memory else 5,
        max_overflow=0 if in_memory else 10,
        connect_args={"check_same_thread": False, "timeout": seconds_to_wait},
    )

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    return engine
