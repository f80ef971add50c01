"""One row per conversation, in SQLite or PostgreSQL.

Measured: the stock SQL store reads and counts every event of a conversation at every turn (46 ms, growing
to 230 ms at 600 messages), and the wrapper Rasa puts around it goes on in memory when the database fails,
losing the conversation.
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from ruxue_engine.events import read_events
from ruxue_engine.failures import StoreUnavailable
from ruxue_engine.store.database import connect
from ruxue_engine.store.history import shortened
from ruxue_engine.store.wordless import wordless

Answer = TypeVar("Answer")

METADATA = sa.MetaData()
CONVERSATIONS = sa.Table(
    "engine_conversations",
    METADATA,
    sa.Column("sender", sa.String(255), primary_key=True),
    sa.Column("events", sa.Text, nullable=False),
    sa.Column("saved_at", sa.Float, nullable=False),
)
READ = sa.select(CONVERSATIONS.c.events).where(CONVERSATIONS.c.sender == sa.bindparam("sender"))
# Written out because SQLAlchemy compiles its own ON CONFLICT clause anew for each of the two databases.
WRITE = sa.text(
    "INSERT INTO engine_conversations (sender, events, saved_at) VALUES (:sender, :events, :saved_at) "
    "ON CONFLICT (sender) DO UPDATE SET events = excluded.events, saved_at = excluded.saved_at"
)


class ConversationStore(TrackerStore):
    """Keeps the last events of each conversation, and fails loudly."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        host: str = "sqlite://",
        most_events: int = 60,
        seconds_to_wait: float = 3,
    ) -> None:
        super().__init__(domain, event_broker)
        self._database = connect(host, seconds_to_wait)
        self._has_table = False
        self._most_events = most_events

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Save a conversation in one statement, without the words of the guardian."""
        events = json.dumps(
            [wordless(event.as_dict()) for event in shortened(tracker, self._most_events)], ensure_ascii=False
        )
        row = {"sender": tracker.sender_id, "events": events, "saved_at": time.time()}
        await self._within_a_transaction(lambda connection: connection.execute(WRITE, row))

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Rebuild a conversation from its row."""
        row = await self.row(sender_id)
        if row is None:
            return None
        tracker = self.init_tracker(sender_id)
        for event in read_events(json.loads(row)):
            tracker.update(event)
        return tracker

    async def create_tracker(self, sender_id: str, append_action_listen: bool = True) -> DialogueStateTracker:  # noqa: FBT001, FBT002 - Rasa's own signature
        """Begin a conversation without saving it: an aborted first turn leaves nothing behind."""
        tracker = self.init_tracker(sender_id)
        if append_action_listen:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def row(self, sender_id: str) -> str | None:
        """Read a conversation's events as they are stored."""
        return await self._within_a_transaction(
            lambda connection: connection.scalar(READ, {"sender": sender_id})
        )

    async def keys(self) -> Iterable[str]:
        """List the conversations held."""
        return await self._within_a_transaction(
            lambda connection: list(connection.scalars(sa.select(CONVERSATIONS.c.sender)))
        )

    async def _within_a_transaction(self, work: Callable[[sa.engine.Connection], Answer]) -> Answer:
        """Do database work off the event loop, so that a slow database holds up its own turn only."""
        try:
            return await asyncio.to_thread(self._do, work)
        except SQLAlchemyError as error:
            raise StoreUnavailable from error

    def _do(self, work: Callable[[sa.engine.Connection], Answer]) -> Answer:
        if not self._has_table:
            METADATA.create_all(self._database)
            self._has_table = True
        with self._database.begin() as connection:
            return work(connection)
