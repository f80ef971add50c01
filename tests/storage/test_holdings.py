"""Every column is on the list of what may be held, and what is sealed is sealed."""

from __future__ import annotations

from sqlalchemy import Engine, LargeBinary, select

from bot.messages import ChannelName, Choice
from enrolment.ports import BeginWork
from storage.chat import ChatStorage
from storage.sealing import FIRST, HEADER
from storage.tables import Base
from storage.tables.holdings import OPEN, SEALED
from tests.storage.samples import message, replies, stored_case

TABLES = Base.metadata.tables
OPEN_BYTES = {"plan_versions.document", "wrapping_keys.wrapped", "data_keys.wrapped"}


def test_column_is_on_the_list_when_it_exists() -> None:
    """A column nobody gave a reason for fails here: seal it, or write down why it is needed in the open."""
    there = {f"{table}.{column}" for table in TABLES for column in TABLES[table].columns.keys()}  # noqa: SIM118 - a collection of columns
    sealed = {f"{table}.{column}" for table, held in SEALED.items() for column in held.columns}
    open_ = {f"{table}.{column}" for table, columns in OPEN.items() for column in columns}
    assert there - sealed - open_ == set()
    assert (sealed | open_) - there == set()
    assert sealed & open_ == set()


def test_column_has_a_reason_when_it_is_open() -> None:
    """A reason is a few words, not an empty string."""
    assert all(len(reason) > 4 for columns in OPEN.values() for reason in columns.values())


def test_bytes_are_sealed_or_hashes_unless_named_here() -> None:
    """Anything could hide in bytes: they are sealed, keyed hashes, or one of the few named above."""
    for name, table in TABLES.items():
        sealed = SEALED[name].columns if name in SEALED else ()
        for column in table.columns:
            if isinstance(column.type, LargeBinary) and f"{name}.{column.name}" not in OPEN_BYTES:
                assert column.name in sealed or column.name.endswith("_hash")


async def test_sealed_column_holds_sealed_values_when_everything_is_stored(
    engine: Engine, begin: BeginWork, chat: ChatStorage
) -> None:
    """What the repositories write to sealed columns begins with the mark of a data key."""
    stored_case(begin)
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, "openid")
    await chat.inbox.answer(await chat.inbox.record(message(), conversation), replies())
    await chat.vault.keep(conversation, "phone", "13800138000")
    await chat.conversations.offer(conversation, [Choice("*涵", "/inform")])
    seen = set()
    with engine.begin() as connection:
        for name, held in SEALED.items():
            for column in held.columns:
                for (value,) in connection.execute(select(TABLES[name].c[column])):
                    assert value[:1] == HEADER != FIRST
                    seen.add(name)
    assert seen >= {"guardians", "children", "applications", "conversations", "turns", "vault"}
