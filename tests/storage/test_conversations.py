"""Conversations, the vault, and the counters."""

from __future__ import annotations

import asyncio
import re

import pytest
from sqlalchemy import Engine, select

from bot.messages import ChannelName, Choice
from storage.chat import ChatStorage
from storage.tables import CounterRow, VaultRow
from storage.vault import Vault
from tests.storage.samples import NOW, READER


async def test_conversation_is_the_same_when_the_address_writes_again(chat: ChatStorage) -> None:
    """One address on one channel is one conversation, however many messages come at once."""
    opened = await asyncio.gather(
        *(chat.conversations.find_or_open(ChannelName.WECHAT, "openid") for _ in range(4))
    )
    elsewhere = await chat.conversations.find_or_open(ChannelName.WEB, "openid")
    another = await chat.conversations.find_or_open(ChannelName.WECHAT, "another")
    assert len({*opened}) == 1
    assert len({opened[0], elsewhere, another}) == 3
    assert await chat.conversations.channel_of(opened[0]) is ChannelName.WECHAT
    assert await chat.conversations.channel_of(elsewhere) is ChannelName.WEB


async def test_conversation_is_refused_when_unknown(chat: ChatStorage) -> None:
    """Nobody guesses a conversation into being."""
    with pytest.raises(KeyError):
        await chat.conversations.channel_of("nothing")
    assert list(await chat.conversations.offered("nothing")) == []


async def test_choices_are_those_offered_last_in_order(chat: ChatStorage) -> None:
    """A number sent by the guardian counts along the last list, which may be empty."""
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, "openid")
    assert list(await chat.conversations.offered(conversation)) == []
    choices = (Choice("小学", '/inform{"stage":"primary"}'), Choice("*轩", '/inform{"child":"c1"}'))
    await chat.conversations.offer(conversation, [Choice("旧的", "/old")])
    await chat.conversations.offer(conversation, choices)
    assert tuple(await chat.conversations.offered(conversation)) == choices
    await chat.conversations.offer(conversation, ())
    assert list(await chat.conversations.offered(conversation)) == []


async def test_vault_keeps_the_value_sealed_under_a_fresh_reference(
    chat: ChatStorage, engine: Engine, vault: Vault
) -> None:
    """The reference is short, URL-safe, never the same twice, and the value opens only with the key."""
    value = "370102202010150021"
    first = await chat.vault.keep("conversation", "citizen_id", value)
    second = await chat.vault.keep("conversation", "citizen_id", value)
    assert first != second
    assert re.fullmatch(r"[\w-]{22}", first)
    with engine.begin() as connection:
        row = connection.execute(
            select(VaultRow.value, VaultRow.kind, VaultRow.kept_at).where(VaultRow.reference == first)
        ).one()
    assert value.encode() not in row.value
    assert vault.sealing(vault.notes(READER)).reopen("vault.value", first, row.value) == value
    assert (row.kind, row.kept_at) == ("citizen_id", NOW)


async def test_counter_counts_each_name_when_many_add_at_once(chat: ChatStorage, engine: Engine) -> None:
    """No refusal is lost in the count."""
    await asyncio.gather(*(chat.counters.add("wechat_signature") for _ in range(10)))
    await chat.counters.add("wechat_replay")
    with engine.begin() as connection:
        totals = dict(connection.execute(select(CounterRow.name, CounterRow.total)).all())
    assert totals == {"wechat_signature": 10, "wechat_replay": 1}
