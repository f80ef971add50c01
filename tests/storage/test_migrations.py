"""The migrations against the mapped tables."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from storage.engine import create_engine, ping
from storage.migrate import upgrade
from storage.tables import Base


def test_upgrade_makes_the_mapped_tables_when_the_database_is_empty(empty_url: str) -> None:
    """What the migrations build is what the code maps, column by column and index by index."""
    upgrade(empty_url)
    with create_engine(empty_url).begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_upgrade_changes_nothing_when_run_again(empty_url: str) -> None:
    """Every start may migrate."""
    upgrade(empty_url)
    upgrade(empty_url)
    ping(create_engine(empty_url))
