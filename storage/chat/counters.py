"""Counts of what was refused."""

from __future__ import annotations

from sqlalchemy import Connection

from storage.chat.threads import Threads
from storage.statements import insert
from storage.tables import CounterRow


class SqlCounters:
    """Implements `bot.ports.Counters`."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads

    async def add(self, name: str) -> None:
        """Count one more."""

        def count(connection: Connection) -> None:
            connection.execute(
                insert(connection.dialect.name, CounterRow)
                .values(name=name, total=1)
                .on_conflict_do_update(index_elements=["name"], set_={"total": CounterRow.total + 1})
            )

        await self._threads.write(count)
