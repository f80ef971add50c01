"""Replaces the key-encryption key: everything it wraps is wrapped anew, then it is destroyed.

Each step is a transaction of its own and leaves everything readable. What is done is in the database, so a
rotation that was interrupted goes on where it stood when it is begun again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, RowMapping, func, select, update

from storage.envelope.ciphers import Aead, CipherName, encrypt
from storage.envelope.wrapping import (
    KeyState,
    data_key_place,
    lock_keys,
    make_wrapping_key,
    open_data_key,
    open_wrapping_keys,
)
from storage.keys import Keys
from storage.statements import table
from storage.tables import DataKeyRow, WrappingKeyRow

BATCH = 20
WRAPPING, DATA = table(WrappingKeyRow), table(DataKeyRow)


@dataclass(frozen=True, slots=True)
class WrappingKey:
    """A key-encryption key as it may be shown: never the key itself."""

    id: str
    cipher: CipherName
    state: KeyState
    created_at: datetime
    retired_at: datetime | None
    data_keys: int


def wrapping_keys(engine: Engine) -> Sequence[WrappingKey]:
    """Every key-encryption key, oldest first, with how many data keys it wraps."""
    wraps = select(func.count()).where(DATA.c.wrapping_key_id == WRAPPING.c.id).scalar_subquery()
    query = select(WRAPPING, wraps.label("wraps")).order_by(WRAPPING.c.created_at, WRAPPING.c.id)
    with engine.begin() as connection:
        return [
            WrappingKey(
                id=row["id"],
                cipher=CipherName(row["cipher"]),
                state=KeyState(row["state"]),
                created_at=row["created_at"],
                retired_at=row["retired_at"],
                data_keys=row["wraps"],
            )
            for row in connection.execute(query).mappings()
        ]


def begin_rotation(engine: Engine, keys: Keys, cipher: CipherName, now: datetime) -> bool:
    """Make a new key the active one; False when an earlier rotation is not over yet and goes on instead."""
    with engine.begin() as connection:
        lock_keys(connection)
        if _ids(connection, KeyState.RETIRING):
            return False
        connection.execute(
            update(WRAPPING)
            .where(WRAPPING.c.state == KeyState.ACTIVE.value)
            .values(state=KeyState.RETIRING.value)
        )
        make_wrapping_key(connection, keys, cipher, now)
    return True


def rewrap(engine: Engine, keys: Keys, say: Callable[[int, int], None]) -> None:
    """Wrap every data key under the active key, a batch at a time; `say` gets how many of how many."""
    done, total = 0, _waiting(engine)
    while batch := _rewrap_batch(engine, keys):
        done += batch
        say(done, max(total, done))


def retire(engine: Engine, now: datetime) -> Sequence[str]:
    """Destroy the retiring keys that wrap nothing any more; return their ids."""
    with engine.begin() as connection:
        lock_keys(connection)
        in_use = set(connection.scalars(select(DATA.c.wrapping_key_id)))
        unused = [key for key in _ids(connection, KeyState.RETIRING) if key not in in_use]
        connection.execute(
            update(WRAPPING)
            .where(WRAPPING.c.id.in_(unused))
            .values(state=KeyState.RETIRED.value, wrapped=None, retired_at=now)
        )
    return unused


def _rewrap_batch(engine: Engine, keys: Keys) -> int:
    with engine.begin() as connection:
        lock_keys(connection)
        (active,) = _ids(connection, KeyState.ACTIVE)
        rows = connection.execute(
            select(DATA).where(DATA.c.wrapping_key_id != active).order_by(DATA.c.id).limit(BATCH)
        ).mappings()
        under = open_wrapping_keys(connection, keys)
        done = 0
        for row in rows.all():
            _rewrap_one(connection, row, under, active)
            done += 1
    return done


def _rewrap_one(connection: Connection, row: RowMapping, under: dict[str, Aead], active: str) -> None:
    key = open_data_key(row, under[row["wrapping_key_id"]])
    place = data_key_place(row["id"], row["family"], row["cipher"])
    connection.execute(
        update(DATA)
        .where(DATA.c.id == row["id"])
        .values(wrapping_key_id=active, wrapped=encrypt(under[active], key, place))
    )


def _waiting(engine: Engine) -> int:
    with engine.begin() as connection:
        retiring = _ids(connection, KeyState.RETIRING)
        return connection.execute(
            select(func.count()).select_from(DATA).where(DATA.c.wrapping_key_id.in_(retiring))
        ).scalar_one()


def _ids(connection: Connection, state: KeyState) -> Sequence[str]:
    return connection.scalars(select(WRAPPING.c.id).where(WRAPPING.c.state == state.value)).all()
