"""Personal data typed in chat, kept out of the engine."""

from __future__ import annotations

from sqlalchemy import Connection

from enrolment.ports import Clock
from storage.chat.threads import Threads
from storage.ids import new_id
from storage.sealing import Sealing
from storage.statements import insert
from storage.tables import VaultRow


class SqlVault:
    """Implements `bot.ports.Vault`."""

    def __init__(self, threads: Threads, sealing: Sealing, clock: Clock) -> None:
        self._threads = threads
        self._sealing = sealing
        self._clock = clock

    async def keep(self, conversation_id: str, kind: str, value: str) -> str:
        """Store one value encrypted and return its reference."""
        reference = new_id()

        def store(connection: Connection) -> None:
            connection.execute(
                insert(connection.dialect.name, VaultRow).values(
                    reference=reference,
                    conversation_id=conversation_id,
                    kind=kind,
                    value=self._sealing.seal("vault.value", reference, value),
                    kept_at=self._clock.now(),
                )
            )

        await self._threads.write(store)
        return reference
