"""Runs database calls beside the event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from bot.ports import StorageUnavailable
from storage.access_log import AccessNotes
from storage.engine import READS_ONLY
from storage.vault import Vault

T = TypeVar("T")


class Threads:
    """A few threads with a transaction for each call.

    They are the chat's own: when the database is locked, they wait, and nobody else's work does. A call
    that waited for a thread longer than `patience` is refused at once, so that a queue behind a locked
    database empties in one go. What a call read of sealed fields is logged before it returns.
    """

    def __init__(self, vault: Vault, notes: AccessNotes, workers: int, patience: float) -> None:
        self._vault = vault
        self._notes = notes
        self._writing = vault.engine
        self._reading = vault.engine.execution_options(**{READS_ONLY: True})
        self._patience = patience
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="storage")

    async def write(self, call: Callable[[Connection], T]) -> T:
        """Run a call in a transaction that writes; raise StorageUnavailable."""
        return await self._run(self._writing, call)

    async def read(self, call: Callable[[Connection], T]) -> T:
        """Run a call in a transaction that only reads; raise StorageUnavailable."""
        return await self._run(self._reading, call)

    def close(self) -> None:
        """Finish what is running and let the threads go."""
        self._pool.shutdown()

    async def _run(self, engine: Engine, call: Callable[[Connection], T]) -> T:
        until = time.monotonic() + self._patience
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._call, engine, call, until)

    def _call(self, engine: Engine, call: Callable[[Connection], T], until: float) -> T:
        if time.monotonic() > until:
            raise StorageUnavailable("the database is too busy")
        try:
            self._vault.ring.prepare()
            with engine.begin() as connection:
                found = call(connection)
                keys = self._notes.write(connection) if engine is self._writing else ()
            self._notes.written(keys)
            self._notes.flush(self._writing)
        except NoFreeConnection as error:
            raise StorageUnavailable("no database connection came free in time") from error
        return found
