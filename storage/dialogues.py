"""The conversations as the dialogue engine keeps them, in a database of its own: forgotten from here.

The engine's process is never asked: it runs an older SQLAlchemy, and may be down when somebody wants to be
forgotten. The table is the engine's (bot/engine/ruxue_engine/store).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection, column, delete, func, inspect, make_url, select, table

from enrolment.model.retention import Kind
from storage.engine import PATIENCE_SECONDS, create_engine

ROWS = table("engine_conversations", column("sender"), column("saved_at"))
T = TypeVar("T")


class EngineDialogues:
    """Implements `enrolment.upkeep_ports.Dialogues`, and `enrolment.upkeep_ports.Retention` for their kind.

    `ahead` is how far the house's clock runs ahead of the machine's, by which the engine dates its rows.
    """

    def __init__(
        self, url: str, *, ahead: timedelta = timedelta(0), patience: float = PATIENCE_SECONDS
    ) -> None:
        address = make_url(url)
        if address.get_backend_name() == "postgresql":
            address = address.set(drivername="postgresql+psycopg")
        self._engine = create_engine(address.render_as_string(hide_password=False), patience=patience)
        self._ahead = ahead

    def forget(self, conversation_ids: Collection[str]) -> None:
        """Delete their state; raise StorageUnavailable."""
        mine = ROWS.c.sender.in_(list(conversation_ids))
        self._within(lambda connection: connection.execute(delete(ROWS).where(mine)).rowcount, 0)

    def expired(self, kind: Kind, before: datetime) -> int:
        """How many were last spoken in before this moment."""
        _require_dialogues(kind)
        old = ROWS.c.saved_at < self._machine_time(before)
        count = select(func.count()).select_from(ROWS).where(old)
        return self._within(lambda connection: connection.execute(count).scalar_one(), 0)

    def purge(self, kind: Kind, before: datetime) -> int:
        """Delete them; how many."""
        _require_dialogues(kind)
        old = ROWS.c.saved_at < self._machine_time(before)
        return self._within(lambda connection: connection.execute(delete(ROWS).where(old)).rowcount, 0)

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def _machine_time(self, moment: datetime) -> float:
        return (moment - self._ahead).timestamp()

    def _within(self, work: Callable[[Connection], T], nothing: T) -> T:
        with self._engine.begin() as connection:
            # The engine makes its table with the first message it saves.
            return work(connection) if inspect(connection).has_table(ROWS.name) else nothing


def _require_dialogues(kind: Kind) -> None:
    if kind is not Kind.DIALOGUES:
        raise ValueError(f"the engine keeps no {kind}")
