"""Holds messages in memory while the database cannot take them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog

from bot.messages import ChannelName, Inbound

log = structlog.get_logger()

MOST_MESSAGES = 1_000
"""About 5 MB at the most; beyond that the guardian is asked to write again."""


class Holding:
    """Messages that came while the database was away, in the order they came.

    They outlast the outage, not the process: a channel repeats what was not answered, and the key of a
    message makes a repetition harmless.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[ChannelName, str, str], Inbound] = {}

    def keep(self, inbound: Inbound) -> bool:
        """Hold a message; False when there is no room left."""
        key = (inbound.channel, inbound.address, inbound.key)
        if key not in self._held and len(self._held) >= MOST_MESSAGES:
            log.error("message_not_kept", part="database", held=len(self._held))
            return False
        self._held[key] = inbound
        log.warning("message_held", part="database", held=len(self._held))
        return True

    def holds_of(self, channel: ChannelName, address: str) -> bool:
        """Whether a message of this address is held."""
        return any((channel, address) == key[:2] for key in self._held)

    async def hand_over(self, record: Callable[[Inbound], Awaitable[object]]) -> None:
        """Record everything held, oldest first; what `record` raises stops it and keeps the rest."""
        for key, inbound in list(self._held.items()):
            await record(inbound)
            self._held.pop(key, None)
