"""The WeChat webhook, driven by another implementation of the platform's side."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

import httpx
import pytest

from bot.messages import ChannelName, Choice, EngineReply
from bot.ports import EngineUnavailable
from integrations.wechat import words
from integrations.wechat.account import LARGEST_BODY
from tests.bot.fakes import Chat, Heard
from tests.integrations.wechat.platform import (
    OPENID,
    PLAIN,
    SAFE,
    Delivery,
    Platform,
    event,
    other_message,
    text_message,
)
from tests.web.site import Site

PATH = "/channels/wechat"


def asking(heard: Heard) -> Sequence[EngineReply]:
    """Ask, then say which choice came."""
    if heard.text.startswith("/"):
        return (EngineReply(f"选了{heard.text}"),)
    return (EngineReply("房子是谁的？", (Choice("我的", "/mine"), Choice("爷爷的", "/his"))),)


async def send(client: httpx.AsyncClient, delivery: Delivery) -> httpx.Response:
    """Send one request as the platform does."""
    return await client.post(PATH, params=delivery.query, content=delivery.body)


async def said(client: httpx.AsyncClient, platform: Platform, xml: str) -> str:
    """Send a message and open the answer's text."""
    answer = await send(client, platform.deliver(xml))
    assert answer.status_code == 200
    return platform.read(answer.text)["Content"] if answer.text else ""


@pytest.mark.parametrize("safe", [False, True])
async def test_conversation_works_when_choices_are_numbered(*, safe: bool) -> None:
    """Plain and encrypted: a question with numbered lines, and "2" picks."""
    platform = Platform(safe=safe)
    async with Site(Chat(asking), wechat=SAFE if safe else PLAIN).client() as client:
        first = await said(client, platform, text_message("开始报名", "1"))
        second = await said(client, platform, text_message("2", "2"))
    assert first == "房子是谁的？\n\n回复数字即可：\n1. 我的\n2. 爷爷的"
    assert second == "选了/his"


@pytest.mark.parametrize("safe", [False, True])
async def test_recorded_reply_is_given_when_a_request_is_replayed(*, safe: bool) -> None:
    """The same MsgId, however old its timestamp: the same words, asked of the engine once."""
    site = Site(wechat=SAFE if safe else PLAIN)
    platform = Platform(safe=safe)
    async with site.client() as client:
        first = await said(client, platform, text_message("你好", "1"))
        site.chat.clock.advance(timedelta(hours=3))
        again = await said(client, platform, text_message("你好", "1"))
    assert first == again == "您说：你好"
    assert len(site.chat.engine.heard) == 1


async def test_address_check_is_echoed_when_it_is_signed() -> None:
    """Raw, and only when signed."""
    query = Platform().deliver("").query | {"echostr": "5838"}
    site = Site(wechat=SAFE)
    async with site.client() as client:
        good = await client.get(PATH, params=query)
        bad = await client.get(PATH, params={**query, "nonce": "other"})
    assert (good.status_code, good.text) == (200, "5838")
    assert (bad.status_code, bad.text) == (403, "")
    assert site.counters.totals == {"wechat_unsigned": 1}


async def test_webhook_is_not_there_when_no_account_is_set_up() -> None:
    """No settings, no webhook."""
    async with Site().client() as client:
        assert (await client.get(PATH)).status_code == 404
        assert (await client.post(PATH)).status_code == 404


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize(
    ("change", "status", "counter"),
    [
        (lambda d: Delivery({}, d.body), 403, "wechat_unsigned"),
        (
            lambda d: Delivery(d.query | {"signature": "0" * 40, "msg_signature": "0" * 40}, d.body),
            403,
            "wechat_unsigned",
        ),
        (lambda d: Delivery(d.query, b"x" * (LARGEST_BODY + 1)), 413, "wechat_too_large"),
        (lambda d: Delivery(d.query, b""), 400, "wechat_malformed"),
        (lambda d: Delivery(d.query, b"<xml>"), 400, "wechat_malformed"),
    ],
)
async def test_request_gets_4xx_and_a_count_when_it_is_not_the_platforms(
    change: Callable[[Delivery], Delivery], status: int, counter: str, *, safe: bool
) -> None:
    """Nothing else of it is kept."""
    site = Site(wechat=SAFE if safe else PLAIN)
    async with site.client() as client:
        answer = await send(client, change(Platform(safe=safe).deliver(text_message("你好"))))
    assert (answer.status_code, answer.text) == (status, "")
    assert site.counters.totals == {counter: 1}
    assert site.chat.inbox.turns == {}
    assert site.chat.conversations.ids == {}


async def test_refusal_stands_when_even_the_counter_cannot_be_written() -> None:
    """A locked database turns no 403 into a 500."""
    site = Site(wechat=PLAIN)
    site.counters.down = True
    async with site.client() as client:
        assert (await client.post(PATH, content=b"x")).status_code == 403


async def test_greeting_is_given_when_somebody_follows() -> None:
    """Also with a scanned scene."""
    platform = Platform()
    async with Site(wechat=PLAIN).client() as client:
        assert await said(client, platform, event("subscribe")) == words.greeting("历下区")
        assert await said(
            client, platform, event("subscribe", "<EventKey>qrscene_1</EventKey>")
        ) == words.greeting("历下区")


@pytest.mark.parametrize("kind", ["image", "voice", "location"])
async def test_kind_sentence_is_given_when_a_message_is_no_text(kind: str) -> None:
    """The engine is not asked."""
    site = Site(wechat=PLAIN)
    async with site.client() as client:
        assert await said(client, Platform(), other_message(kind)) == words.ONLY_TEXT
    assert site.chat.engine.heard == []


@pytest.mark.parametrize("kind", ["image", "voice", "location"])
async def test_nothing_is_said_when_a_person_has_the_conversation(kind: str) -> None:
    """A sticker or a voice is for that person; a picture is kept in the inbox for them."""
    site = Site(wechat=PLAIN)
    async with site.client() as client:
        await said(client, Platform(), text_message("转人工", "1"))
        site.chat.desk.taken.add("conversation-1")
        assert await said(client, Platform(), other_message(kind)) == ""
    pictures = [turn.inbound.picture for turn in site.chat.inbox.turns.values() if turn.inbound.picture]
    assert len(pictures) == len(site.chat.desk.pictures) == (1 if kind == "image" else 0)


async def test_guardian_is_unbound_when_they_unfollow() -> None:
    """What is bound to the chat goes, as the platform asks."""
    site = Site(wechat=PLAIN)
    conversation = await site.chat.conversations.find_or_open(ChannelName.WECHAT, OPENID)
    site.office.sign_in(conversation=conversation)
    async with site.client() as client:
        assert await said(client, Platform(), event("unsubscribe")) == ""
        site.chat.conversations.down = True
        assert await said(client, Platform(), event("unsubscribe")) == ""
    with site.office.store.begin() as work:
        assert work.sign_ins.guardian_of(conversation) is None


async def test_nothing_is_said_when_an_event_does_not_concern_us() -> None:
    """Menus and reports of the platform."""
    async with Site(wechat=PLAIN).client() as client:
        assert await said(client, Platform(), event("TEMPLATESENDJOBFINISH")) == ""


async def test_reply_comes_at_the_next_call_when_it_was_not_ready_in_time() -> None:
    """First silence, then the platform asks again and gets it, once."""
    site = Site(wechat=PLAIN, wechat_reply_seconds=0.01)
    site.chat.engine.gate.clear()
    async with site.client() as client:
        assert await said(client, Platform(), text_message("你好", "1")) == ""
        site.chat.engine.gate.set()
        site.chat.clock.advance(timedelta(seconds=5))
        assert await said(client, Platform(), text_message("你好", "1")) == "您说：你好"
        assert await said(client, Platform(), text_message("在吗", "2")) == "您说：在吗"
    assert len(site.chat.engine.heard) == 2


async def test_plain_sentence_is_given_when_it_is_the_platforms_last_call() -> None:
    """The reply then stands in front of the next one."""
    site = Site(wechat=PLAIN, wechat_reply_seconds=0.01)
    site.chat.engine.gate.clear()
    async with site.client() as client:
        first = asyncio.create_task(said(client, Platform(), text_message("你好", "1")))
        assert await first == ""
        site.chat.clock.advance(timedelta(seconds=10))
        assert await said(client, Platform(), text_message("你好", "1")) == words.STILL_WORKING
        site.chat.engine.gate.set()
        assert await said(client, Platform(), text_message("进度", "2")) == "您说：你好\n\n您说：进度"


async def test_interim_sentence_is_given_at_once_when_the_engine_is_down() -> None:
    """And the answer comes before the next reply, when it is back."""
    site = Site(wechat=PLAIN)
    site.chat.engine.failure = EngineUnavailable("engine")
    async with site.client() as client:
        assert "系统正在恢复" in await said(client, Platform(), text_message("你好", "1"))
        site.chat.engine.failure = None
        assert await said(client, Platform(), text_message("在吗", "2")) == "您说：你好\n\n您说：在吗"


async def test_rest_follows_when_a_reply_is_longer_than_a_message_may_be() -> None:
    """Page after page at "继续看", and a replay shows its own page again."""
    long = "\n".join(f"第{line}行" + "字" * 40 for line in range(30))
    site = Site(Chat(lambda _: (EngineReply(long),)), wechat=PLAIN)
    async with site.client() as client:
        first = await said(client, Platform(), text_message("说说", "1"))
        replayed = await said(client, Platform(), text_message("说说", "1"))
        second = await said(client, Platform(), text_message("继续看", "2"))
        third = await said(client, Platform(), text_message("继续看", "3"))
    assert first == replayed
    mark = "\n\n（还没有说完，回复“继续看”接着看）"
    assert "\n".join([first.removesuffix(mark), second.removesuffix(mark), third]) == long
    assert len(site.chat.engine.heard) == 1


async def test_nothing_is_said_when_the_rest_cannot_be_kept() -> None:
    """The platform asks again, and nothing is lost."""
    site = Site(Chat(lambda _: (EngineReply("字" * 900),)), wechat=PLAIN)
    async with site.client() as client:
        first = await said(client, Platform(), text_message("说说", "1"))
        del site.chat.inbox.turns["turn-2"]
        site.chat.inbox.read_only = True
        assert await said(client, Platform(), text_message("说说", "1")) == ""
        site.chat.inbox.read_only = False
        assert await said(client, Platform(), text_message("说说", "1")) == first
