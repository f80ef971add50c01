"""The inbox: turns recorded before they run, and their replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, RowMapping, Select, bindparam, select, update

from bot.messages import Inbound, Outbound
from bot.ports import Turn, TurnState
from storage.chat.threads import Threads
from storage.codecs.messages import dump_inbound, dump_replies, load_inbound, load_replies
from storage.ids import new_id
from storage.sealing import Sealing
from storage.statements import insert, table
from storage.tables import TurnRow

ROWS = table(TurnRow)
WAITING, ANSWERED, DELIVERED = "waiting", "answered", "delivered"

# The two statements of every turn are built once: building them costs as much as running them.
_ANSWER = (
    update(ROWS)
    .where(ROWS.c.id == bindparam("turn"), ROWS.c.stage == WAITING)
    .values(stage=bindparam("to"), replies=bindparam("sealed"))
)


@cache
def _record(dialect: str) -> Executable:
    return (
        insert(dialect, TurnRow)
        .on_conflict_do_nothing(index_elements=["message_hash"])
        .returning(ROWS.c.number)
    )


class SqlInbox:
    """Implements `bot.ports.Inbox`."""

    def __init__(self, threads: Threads, sealing: Sealing) -> None:
        self._threads = threads
        self._sealing = sealing

    async def record(self, inbound: Inbound, conversation_id: str) -> Turn:
        """Store a message under its key, or find the turn that already has it."""
        turn_id = new_id()
        digest = self._sealing.find("turns.message", inbound.channel.value, inbound.address, inbound.key)
        values = {
            "id": turn_id,
            "message_hash": digest,
            "conversation_id": conversation_id,
            "channel": inbound.channel.value,
            "received_at": inbound.received_at,
            "stage": WAITING,
            "attempts": 0,
        }

        def store(connection: Connection) -> Turn:
            sealed = self._sealing.seal("turns.inbound", turn_id, dump_inbound(inbound))
            number = connection.execute(
                _record(connection.dialect.name), {**values, "inbound": sealed}
            ).scalar_one_or_none()
            if number is None:
                return self._all(connection, select(ROWS).where(ROWS.c.message_hash == digest))[0]
            return Turn(turn_id, number, conversation_id, inbound, TurnState.WAITING)

        return await self._threads.write(store)

    async def answer(self, turn: Turn, replies: Sequence[Outbound], *, delivered: bool = False) -> Turn:
        """Store the replies of a turn, and whether they are on their way to the guardian already.

        When it was answered meanwhile, the first answer stands and is returned.
        """

        def store(connection: Connection) -> Turn:
            sealed = self._sealing.seal("turns.replies", turn.id, dump_replies(replies))
            stage = DELIVERED if delivered else ANSWERED
            first = connection.execute(_ANSWER, {"turn": turn.id, "to": stage, "sealed": sealed}).rowcount
            if first:
                return replace(turn, state=TurnState.ANSWERED, replies=tuple(replies), delivered=delivered)
            kept = self._all(connection, select(ROWS).where(ROWS.c.id == turn.id))
            # Whoever erased the chat meanwhile gets the words, and they are not written down again.
            return kept[0] if kept else replace(turn, state=TurnState.ANSWERED, replies=tuple(replies))

        return await self._threads.write(store)

    async def attempted(self, turn: Turn) -> Turn:
        """Count one more failed try."""

        def count(connection: Connection) -> int:
            return int(
                connection.execute(
                    update(ROWS)
                    .where(ROWS.c.id == turn.id)
                    .values(attempts=ROWS.c.attempts + 1)
                    .returning(ROWS.c.attempts)
                ).scalar_one()
            )

        return replace(turn, attempts=await self._threads.write(count))

    async def waiting(self, limit: int) -> Sequence[Turn]:
        """Turns without an answer, oldest first."""
        return await self._find(select(ROWS).where(ROWS.c.stage == WAITING).limit(limit))

    async def unfinished(self, conversation_id: str) -> Sequence[Turn]:
        """Turns of a conversation without an answer, or with one not delivered, oldest first."""
        return await self._find(
            select(ROWS).where(
                ROWS.c.stage.in_([WAITING, ANSWERED]), ROWS.c.conversation_id == conversation_id
            )
        )

    async def mark_delivered(self, turns: Sequence[Turn]) -> None:
        """Remember that the replies of these turns reached the guardian."""
        ids = [turn.id for turn in turns]

        def mark(connection: Connection) -> None:
            connection.execute(
                update(ROWS).where(ROWS.c.id.in_(ids), ROWS.c.stage == ANSWERED).values(stage=DELIVERED)
            )

        if ids:
            await self._threads.write(mark)

    async def _find(self, query: Select[Any]) -> Sequence[Turn]:
        return await self._threads.read(
            lambda connection: self._all(connection, query.order_by(ROWS.c.number))
        )

    def _all(self, connection: Connection, query: Select[Any]) -> list[Turn]:
        return [self._turn(row) for row in connection.execute(query).mappings()]

    def _turn(self, row: RowMapping) -> Turn:
        turn_id, stage = row["id"], row["stage"]
        inbound = self._open(row, "inbound")
        replies = () if row["replies"] is None else load_replies(self._open(row, "replies"))
        return Turn(
            id=turn_id,
            sequence=row["number"],
            conversation_id=row["conversation_id"],
            inbound=load_inbound(inbound, row["channel"], row["received_at"]),
            state=TurnState.WAITING if stage == WAITING else TurnState.ANSWERED,
            replies=replies,
            delivered=stage == DELIVERED,
            attempts=row["attempts"],
        )

    def _open(self, row: RowMapping, column: str) -> str:
        return self._sealing.open(f"turns.{column}", row["id"], row[column], subject=row["conversation_id"])
