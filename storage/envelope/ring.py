"""The keys at hand: data keys opened in memory, and new ones made when their time comes."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Protocol

from sqlalchemy import Connection, Engine, RowMapping, select
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from bot.ports import StorageUnavailable
from storage.engine import READS_ONLY
from storage.envelope.ciphers import Aead, CipherName, aead, encrypt, new_key
from storage.envelope.wrapping import (
    KeyState,
    data_key_place,
    lock_keys,
    make_wrapping_key,
    open_data_key,
    open_wrapping_keys,
)
from storage.keys import Keys
from storage.statements import insert, table
from storage.tables import DataKeyRow, WrappingKeyRow
from storage.tables.holdings import SEALED

ID_BYTES = 8
LIFETIME = timedelta(days=30)
"""How long a data key seals new values: far below the 2^32 that a key with random nonces may seal."""

WRAPPING, DATA = table(WrappingKeyRow), table(DataKeyRow)


@dataclass(frozen=True, slots=True)
class DataKey:
    """A key values are sealed with; its id stands in front of each of them."""

    id: bytes
    aead: Aead = field(repr=False)


class DataKeys(Protocol):
    """Where sealing gets its keys from."""

    def current(self, family: str) -> DataKey:
        """The key new values of a table are sealed with."""
        ...

    def get(self, key_id: bytes) -> DataKey:
        """The key with this id; raise KeyError."""
        ...


class KeyRing:
    """Implements `DataKeys` over the database: one data key per table and month, opened once a process.

    Call `prepare` before a transaction begins: inside one, SQLite has no lock left to make a key with.
    """

    def __init__(
        self,
        engine: Engine,
        keys: Keys,
        now: Callable[[], datetime],
        *,
        cipher: CipherName = CipherName.AES_256_GCM,
    ) -> None:
        self._keys = keys
        self._writing = engine
        self._reading = engine.execution_options(**{READS_ONLY: True})
        self._cipher = cipher
        self._now = now
        self._lock = Lock()
        self._by_id: dict[bytes, DataKey] = {}
        self._current: dict[str, DataKey] = {}
        self._until = datetime.min.replace(tzinfo=UTC)

    def prepare(self) -> None:
        """Have a key ready for every table with sealed values; raise StorageUnavailable, SealBroken."""
        if self._now() < self._until:
            return
        try:
            with self._lock:
                self._load()
        except NoFreeConnection as error:
            raise StorageUnavailable("no database connection came free in time") from error

    def current(self, family: str) -> DataKey:
        """The key new values of a table are sealed with."""
        self.prepare()
        return self._current[family]

    def get(self, key_id: bytes) -> DataKey:
        """The key with this id, which another process may have made meanwhile; raise KeyError."""
        if key_id not in self._by_id:
            # Without the lock: whoever holds it may be waiting for the transaction we are in.
            with self._reading.begin() as connection:
                self._open(connection)
        return self._by_id[key_id]

    def _load(self) -> None:
        now = self._now()
        if now < self._until:
            return
        with self._reading.begin() as connection:
            found = self._young(self._open(connection), now)
        if SEALED.keys() - found.keys():
            with self._writing.begin() as connection:
                lock_keys(connection)
                lacking = SEALED.keys() - self._young(self._open(connection), now).keys()
                self._make(connection, sorted(lacking), now)
                found = self._young(self._open(connection), now)
        self._current = {family: self._by_id[bytes.fromhex(row["id"])] for family, row in found.items()}
        self._until = min(row["created_at"] for row in found.values()) + LIFETIME

    def _young(self, rows: Iterable[RowMapping], now: datetime) -> dict[str, RowMapping]:
        return {
            row["family"]: row
            for row in rows
            if row["created_at"] + LIFETIME > now
            and row["cipher"] == self._cipher
            and row["family"] in SEALED
        }

    def _open(self, connection: Connection) -> list[RowMapping]:
        """Open every data key not open yet; return all rows, oldest first."""
        rows = list(connection.execute(select(DATA).order_by(DATA.c.created_at, DATA.c.id)).mappings())
        fresh = [row for row in rows if bytes.fromhex(row["id"]) not in self._by_id]
        if fresh:
            wrapping = open_wrapping_keys(connection, self._keys)
            for row in fresh:
                key_id = bytes.fromhex(row["id"])
                opened = open_data_key(row, wrapping[row["wrapping_key_id"]])
                self._by_id[key_id] = DataKey(key_id, aead(CipherName(row["cipher"]), opened))
        return rows

    def _make(self, connection: Connection, families: Iterable[str], now: datetime) -> None:
        active = connection.execute(
            select(WRAPPING.c.id).where(WRAPPING.c.state == KeyState.ACTIVE.value)
        ).scalar_one_or_none()
        if active is None:
            active = make_wrapping_key(connection, self._keys, self._cipher, now)
        under = open_wrapping_keys(connection, self._keys)[active]
        for family in families:
            key_id = secrets.token_hex(ID_BYTES)
            place = data_key_place(key_id, family, self._cipher)
            connection.execute(
                insert(connection.dialect.name, DataKeyRow).values(
                    id=key_id,
                    family=family,
                    cipher=self._cipher.value,
                    wrapping_key_id=active,
                    wrapped=encrypt(under, new_key(self._cipher), place),
                    created_at=now,
                )
            )
