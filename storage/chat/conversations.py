"""Conversations: which one an address belongs to, and what was offered last."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from bot.messages import ChannelName, Choice
from storage.chat.threads import Threads
from storage.codecs.messages import dump_choices, load_choices
from storage.ids import new_id
from storage.sealing import Sealing
from storage.statements import insert, table
from storage.tables import ConversationRow

ROWS = table(ConversationRow)


class SqlConversations:
    """Implements `bot.ports.Conversations`."""

    def __init__(self, threads: Threads, sealing: Sealing) -> None:
        self._threads = threads
        self._sealing = sealing

    async def find_or_open(self, channel: ChannelName, address: str) -> str:
        """The conversation id of a channel address; the address is kept only as a keyed hash."""
        digest = self._sealing.find("conversations.address", channel.value, address)
        query = select(ROWS.c.id).where(ROWS.c.address_hash == digest)

        def find(connection: Connection) -> str | None:
            return connection.execute(query).scalar_one_or_none()

        def open_one(connection: Connection) -> str:
            connection.execute(
                insert(connection.dialect.name, ConversationRow)
                .values(id=new_id(), channel=channel.value, address_hash=digest)
                .on_conflict_do_nothing(index_elements=["address_hash"])
            )
            return str(connection.execute(query).scalar_one())

        known = await self._threads.read(find)
        return await self._threads.write(open_one) if known is None else known

    async def offered(self, conversation_id: str) -> Sequence[Choice]:
        """The choices offered with the last replies, in order."""

        def read(connection: Connection) -> Sequence[Choice]:
            sealed = connection.execute(
                select(ROWS.c.offered).where(ROWS.c.id == conversation_id)
            ).scalar_one_or_none()
            if sealed is None:
                return ()
            return load_choices(
                self._sealing.open("conversations.offered", conversation_id, sealed, subject=conversation_id)
            )

        return await self._threads.read(read)

    async def offer(self, conversation_id: str, choices: Sequence[Choice]) -> None:
        """Remember the choices offered now."""

        def write(connection: Connection) -> None:
            sealed = self._sealing.seal("conversations.offered", conversation_id, dump_choices(choices))
            connection.execute(update(ROWS).where(ROWS.c.id == conversation_id).values(offered=sealed))

        await self._threads.write(write)

    async def channel_of(self, conversation_id: str) -> ChannelName:
        """The channel a conversation is on; raise KeyError when unknown."""

        def read(connection: Connection) -> str | None:
            return connection.execute(
                select(ROWS.c.channel).where(ROWS.c.id == conversation_id)
            ).scalar_one_or_none()

        channel = await self._threads.read(read)
        if channel is None:
            raise KeyError(conversation_id)
        return ChannelName(channel)
