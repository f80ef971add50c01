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
from storage.engine import READS_ONLY

T = TypeVar("T")


class Threads:
    """A few threads with a transaction for each call.

    They are the chat's own: when the database is locked, they wait, and nobody else's work does. A call
    that waited for a thread longer than `patience` is refused at once, so that a queue behind a locked
    database empties in one go.
    """

    def __init__(self, engine: Engine, workers: int, patience: float) -> None:
        self._writing = engine
        self._reading = engine.execution_options(**{READS_ONLY: True})
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
        return await asyncio.get_running_loop().run_in_executor(self._pool, _call, engine, call, until)


def _call(engine: Engine, call: Callable[[Connection], T], until: float) -> T:
    if time.monotonic() > until:
        raise StorageUnavailable("the database is too busy")
    try:
        with engine.begin() as connection:
            return call(connection)
    except NoFreeConnection as error:
        raise StorageUnavailable("no database connection came free in time") from error
