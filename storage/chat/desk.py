"""Whether a person has a conversation: read at every turn, so without the lock of a whole transaction."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select

from enrolment.model.handover import HandoverState
from storage.chat.threads import Threads
from storage.statements import table
from storage.tables import HandoverRow

ROWS = table(HandoverRow)


async def is_taken(threads: Threads, conversation_id: str) -> bool:
    """Whether a person has this conversation; raise StorageUnavailable."""

    def read(connection: Connection) -> bool:
        taken = exists().where(
            ROWS.c.conversation_id == conversation_id, ROWS.c.state == HandoverState.TAKEN.value
        )
        return bool(connection.execute(select(taken)).scalar_one())

    return await threads.read(read)
