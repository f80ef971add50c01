"""What Alembic runs: the connection comes from `storage.migrate`, nothing is read from outside."""

from __future__ import annotations

from alembic import context

from storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite rolls back tables too, as long as the driver opens no transactions of its own.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
