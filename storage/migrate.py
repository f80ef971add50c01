"""Brings a database to the newest tables."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from storage.engine import create_engine

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 370102
"""Names our lock among PostgreSQL's advisory locks: two processes must not migrate at once."""


def upgrade(url: str) -> None:
    """Run the migrations a database lacks, all or none; raise StorageUnavailable."""
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:name)"), {"name": LOCK})
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()
