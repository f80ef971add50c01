"""The engine's conversations, as a set of ids."""

from __future__ import annotations

from collections.abc import Collection

from bot.ports import StorageUnavailable


class FakeDialogues:
    """Implements `enrolment.upkeep_ports.Dialogues`."""

    def __init__(self, *held: str, down: bool = False) -> None:
        self.held = set(held)
        self.down = down

    def forget(self, conversation_ids: Collection[str]) -> None:
        """Delete their state; raise StorageUnavailable."""
        if self.down:
            raise StorageUnavailable("away")
        self.held -= set(conversation_ids)
