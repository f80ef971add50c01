"""Seals anew, under data keys, what was sealed by the key of the secret before there were any."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Table, func, select, update

from enrolment.model.access import Reader, Who, Why
from storage.sealing import FIRST, Sealing
from storage.tables import Base
from storage.tables.holdings import SEALED
from storage.vault import Vault

BATCH = 100


def reseal(vault: Vault, say: Callable[[str, int], None]) -> int:
    """Seal every value of the first version anew, a batch at a time; return how many there were.

    Nobody gets to see a value, so nothing is logged as read. `say` gets the column and how many are done.
    """
    sealing = vault.sealing(vault.notes(Reader(Who.ASSISTANT, Why.APPLY)))
    total = 0
    for name, held in SEALED.items():
        for column in held.columns:
            done = 0
            while batch := _reseal_batch(vault, sealing, Base.metadata.tables[name], column):
                done += batch
                say(f"{name}.{column}", done)
            total += done
    return total


def _reseal_batch(vault: Vault, sealing: Sealing, table: Table, column: str) -> int:
    vault.ring.prepare()
    row_id, value = table.c[SEALED[table.name].row_id], table.c[column]
    place = f"{table.name}.{column}"
    with vault.engine.begin() as connection:
        first = select(row_id, value).where(func.substr(value, 1, 1) == FIRST).limit(BATCH)
        rows = connection.execute(first.with_for_update()).all()
        for each, sealed in rows:
            fresh = sealing.seal(place, each, sealing.reopen(place, each, sealed))
            connection.execute(update(table).where(row_id == each).values({column: fresh}))
    return len(rows)
