"""Keeps the messages of one conversation in line, and lets a repeated message join the first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

from bot.delivery import Answer, Listener


@dataclass(slots=True)
class _Running:
    task: asyncio.Task[Answer]
    listeners: list[Listener] = field(default_factory=list)


class Lanes:
    """One lane per conversation, first come, first served, within this process."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: dict[str, _Running] = {}

    def lane(self, name: str) -> asyncio.Lock:
        """The lock of a lane; those who wait for it get it in the order they came."""
        lock = self._locks.get(name)
        if lock is None:
            lock = self._locks[name] = asyncio.Lock()
        return lock

    async def run(
        self,
        turn_id: str,
        lane: str,
        work: Callable[[], Coroutine[Any, Any, Answer]],
        listener: Listener | None,
    ) -> Answer:
        """Run the work of a turn in its lane, or join it where it runs already.

        The work goes on when the caller goes away: a reply that was worked out is not thrown away.
        """
        running = self._running.get(turn_id)
        if running is None:
            running = _Running(asyncio.create_task(self._in_line(lane, work)))
            self._running[turn_id] = running
            running.task.add_done_callback(lambda _: self._running.pop(turn_id, None))
        if listener is not None:
            running.listeners.append(listener)
        return await asyncio.shield(running.task)

    def runs(self, turn_id: str) -> bool:
        """Whether a turn is under way or waits in its lane."""
        return turn_id in self._running

    def heard(self, turn_id: str) -> bool:
        """Whether somebody still listens for the replies of a running turn."""
        running = self._running.get(turn_id)
        return running is not None and any(listener.listening for listener in running.listeners)

    async def _in_line(self, lane: str, work: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
        async with self.lane(lane):
            return await work()
