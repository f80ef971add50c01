"""Replaces the secret itself: the key-encryption keys are wrapped anew under the keys of another secret."""

from __future__ import annotations

from sqlalchemy import Engine, select, update

from storage.envelope.wrapping import ROWS, lock_keys, open_wrapping_key, wrapped_under
from storage.errors import SealBroken
from storage.keys import Keys


def wraps_all(engine: Engine, keys: Keys) -> bool:
    """Whether every key-encryption key opens under the keys of this secret."""
    with engine.begin() as connection:
        try:
            for row in connection.execute(select(ROWS).where(ROWS.c.wrapped.is_not(None))).mappings():
                open_wrapping_key(row, keys)
        except SealBroken:
            return False
    return True


def reroot(engine: Engine, old: Keys, new: Keys) -> int:
    """Wrap every key-encryption key under another secret, all or none; return how many.

    Raises SealBroken when one opens under neither.
    """
    with engine.begin() as connection:
        lock_keys(connection)
        rows = connection.execute(select(ROWS).where(ROWS.c.wrapped.is_not(None))).mappings().all()
        for row in rows:
            wrapped = wrapped_under(new, row, open_wrapping_key(row, old))
            connection.execute(update(ROWS).where(ROWS.c.id == row["id"]).values(wrapped=wrapped))
    return len(rows)
