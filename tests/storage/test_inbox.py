"""The inbox of turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event, func, select

from bot.messages import ChannelName, Outbound
from bot.ports import StorageUnavailable, TurnState
from storage.chat import ChatStorage, open_chat_storage
from storage.engine import create_engine
from storage.keys import Keys
from storage.tables import TurnRow
from storage.vault import open_vault
from tests.storage.samples import FrozenClock, message, replies


async def test_record_finds_the_turn_with_its_replies_when_the_message_comes_again(chat: ChatStorage) -> None:
    """A channel's retry gets the recorded answer, word for word; nothing runs twice."""
    first = await chat.inbox.record(message(), "conversation")
    assert (first.state, first.inbound, first.attempts) == (TurnState.WAITING, message(), 0)
    answered = await chat.inbox.answer(first, replies())
    again = await chat.inbox.record(message(), "conversation")
    assert again == answered
    assert again.replies == replies()
    assert (again.id, again.sequence, again.delivered) == (first.id, first.sequence, False)


async def test_record_makes_another_turn_when_channel_address_or_key_differ(chat: ChatStorage) -> None:
    """A key is unique within its address, and an address within its channel."""
    messages = [
        message("m1"),
        message("m2"),
        message("m1", address="openid-of-father"),
        replace(message("m1"), channel=ChannelName.WEB),
    ]
    turns = [await chat.inbox.record(each, "conversation") for each in messages]
    assert len({turn.id for turn in turns}) == 4
    assert [turn.sequence for turn in turns] == sorted({turn.sequence for turn in turns})


async def test_record_stores_one_row_when_a_message_arrives_twice_at_once(
    chat: ChatStorage, engine: Engine
) -> None:
    """Two deliveries of one message at the same moment are one turn."""
    turns = await asyncio.gather(*(chat.inbox.record(message(), "conversation") for _ in range(8)))
    assert len({turn.id for turn in turns}) == 1
    with engine.begin() as connection:
        assert connection.execute(select(func.count()).select_from(TurnRow)).scalar_one() == 1


async def test_waiting_finds_the_turn_when_the_process_died_before_the_answer(url: str, keys: Keys) -> None:
    """What a crash left behind is found by the next process, address and words included."""
    crashed = create_engine(url)
    before = open_chat_storage(open_vault(crashed, keys, FrozenClock().now), FrozenClock())
    left = [await before.inbox.record(message(key), "conversation") for key in ("m1", "m2", "m3")]
    await before.inbox.answer(left[0], replies())
    before.close()
    crashed.dispose()
    after = open_chat_storage(open_vault(create_engine(url), keys, FrozenClock().now), FrozenClock())
    assert list(await after.inbox.waiting(10)) == left[1:]
    assert list(await after.inbox.waiting(1)) == left[1:2]
    after.close()


async def test_answer_keeps_the_first_one_when_two_were_made(chat: ChatStorage) -> None:
    """A recovery and the original run may both finish; the guardian hears one story."""
    turn = await chat.inbox.record(message(), "conversation")
    first = await chat.inbox.answer(turn, replies())
    assert await chat.inbox.answer(turn, (Outbound("另一个回答"),)) == first


async def test_unfinished_lists_waiting_and_undelivered_turns_of_one_conversation_in_order(
    chat: ChatStorage,
) -> None:
    """What was delivered, and what belongs to others, is left out."""
    keys = ("m1", "m2", "m3", "m4")
    turns = [await chat.inbox.record(message(key), "conversation") for key in keys]
    await chat.inbox.record(message("m1", address="openid-of-father"), "another conversation")
    answered = await chat.inbox.answer(turns[2], replies())
    sent = await chat.inbox.answer(turns[0], replies(), delivered=True)
    assert sent.delivered
    assert list(await chat.inbox.unfinished("conversation")) == [turns[1], answered, turns[3]]
    await chat.inbox.mark_delivered([answered])
    await chat.inbox.mark_delivered([])
    assert list(await chat.inbox.unfinished("conversation")) == [turns[1], turns[3]]
    assert (await chat.inbox.record(message("m3"), "conversation")).delivered


async def test_attempted_counts_every_try(chat: ChatStorage) -> None:
    """The count grows in the database, whatever the turn at hand says."""
    turn = await chat.inbox.record(message(), "conversation")
    await chat.inbox.attempted(turn)
    assert (await chat.inbox.attempted(turn)).attempts == 2
    assert (await chat.inbox.waiting(1))[0].attempts == 2


@pytest.mark.parametrize("text", ["", "😀" * 5, "\ud800", "nul\0byte", "长" * 5000])
async def test_record_gives_back_any_text_and_key(chat: ChatStorage, text: str) -> None:
    """Whatever a stranger sends is stored and read, on both databases."""
    odd = message(f"key {text}", text=text, address=f"address {text}")
    await chat.inbox.record(odd, "conversation")
    assert (await chat.inbox.waiting(1))[0].inbound == odd


async def test_inbox_raises_storage_unavailable_when_locked_and_works_when_unlocked(
    chat: ChatStorage, locked: Callable[[], AbstractContextManager[None]]
) -> None:
    """Every call is refused by name while another process holds the database."""
    turn = await chat.inbox.record(message(), "conversation")
    calls = (
        lambda: chat.inbox.record(message("m2"), "conversation"),
        lambda: chat.inbox.answer(turn, replies()),
        lambda: chat.inbox.attempted(turn),
        lambda: chat.inbox.mark_delivered([turn]),
        lambda: chat.conversations.offer("conversation", ()),
        lambda: chat.vault.keep("conversation", "phone", "13800138000"),
        lambda: chat.conversations.find_or_open(ChannelName.WEB, "key"),
        lambda: chat.counters.add("refused"),
    )
    with locked():
        for call in calls:
            with pytest.raises(StorageUnavailable):
                await call()
    assert (await chat.inbox.answer(turn, replies())).state is TurnState.ANSWERED


async def test_inbox_raises_storage_unavailable_when_it_cannot_read(empty_url: str, keys: Keys) -> None:
    """A database without its tables is away as far as a conversation is concerned."""
    chat = open_chat_storage(open_vault(create_engine(empty_url), keys, FrozenClock().now), FrozenClock())
    with pytest.raises(StorageUnavailable):
        await chat.inbox.waiting(1)
    with pytest.raises(StorageUnavailable):
        await chat.inbox.unfinished("conversation")
    chat.close()


async def test_queue_empties_at_once_when_the_database_stays_locked(
    chat: ChatStorage, engine: Engine, locked: Callable[[], AbstractContextManager[None]]
) -> None:
    """Of forty messages against a locked database a few wait for it; the rest are refused without asking."""
    asked: list[object] = []
    event.listen(engine, "checkout", lambda *connection: asked.append(connection))
    with locked():
        outcomes = await asyncio.gather(
            *(chat.inbox.record(message(f"m{n}"), "conversation") for n in range(40)),
            return_exceptions=True,
        )
    assert {type(outcome) for outcome in outcomes} == {StorageUnavailable}
    assert len(asked) < 20
