"""Small helpers over the two SQL dialects in use."""

from __future__ import annotations

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables import Base


def insert(into: Session | Connection, row: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say ON CONFLICT, in the dialect of the database at hand."""
    bind = into.get_bind() if isinstance(into, Session) else into
    return postgresql.insert(row) if bind.dialect.name == "postgresql" else sqlite.insert(row)


def table(row: type[Base]) -> Table:
    """The table of a mapped row, for statements that need no objects."""
    return Base.metadata.tables[row.__tablename__]
