"""What forgetting and purging need from outside, as protocols."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from enrolment.model.retention import Kind


class Dialogues(Protocol):
    """What the engine keeps of conversations, in a database of its own."""

    def forget(self, conversation_ids: Collection[str]) -> None:
        """Delete their state; raise StorageUnavailable."""
        ...


class Retention(Protocol):
    """What is stored too long."""

    def expired(self, kind: Kind, before: datetime) -> int:
        """How many of a kind count from before this moment."""
        ...

    def purge(self, kind: Kind, before: datetime) -> int:
        """Delete or empty them; how many."""
        ...
