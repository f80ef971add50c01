"""Talks to an agent in this process, on the small model of the fixture."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruxue_engine.agent import Answered, EngineAgent
    from ruxue_engine.store.tracker_store import ConversationStore

FIXTURE = Path(__file__).parent / "fixture"


class Dialogue:
    """Talks to an agent in this process."""

    def __init__(self, agent: EngineAgent, loop: asyncio.Runner) -> None:
        self.agent = agent
        self._loop = loop

    def use(self, store: ConversationStore) -> None:
        """Keep the conversations elsewhere from now on, as a restarted engine would find them."""
        store.domain = self.agent.domain
        self.agent.tracker_store = store
        self.agent.processor.tracker_store = store

    def say(self, text: str, *, sender: str, key: str | None = None, **metadata: object) -> Answered:
        """Send one message and wait for its replies."""
        return self.run(self.agent.answer(sender, text, key or uuid.uuid4().hex, metadata))

    def tell(self, text: str, *, sender: str) -> list[str | None]:
        """Send one message and return the texts said."""
        return [reply["text"] for reply in self.say(text, sender=sender).replies]

    def run(self, work: Any) -> Any:  # noqa: ANN401 - whatever the coroutine gives
        """Run a coroutine on the loop the agent lives on."""
        return self._loop.run(work)
