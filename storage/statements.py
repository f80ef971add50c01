"""Small helpers over the two SQL dialects in use."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables import Base


def insert(dialect: str, row: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say ON CONFLICT, in the dialect of the database at hand."""
    rows = table(row)
    return postgresql.insert(rows) if dialect == "postgresql" else sqlite.insert(rows)


def dialect_of(session: Session) -> str:
    """The dialect of the database behind a session."""
    return session.get_bind().dialect.name


def table(row: type[Base]) -> Table:
    """The table of a mapped row, for statements that need no objects."""
    return Base.metadata.tables[row.__tablename__]
