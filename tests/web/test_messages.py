"""The web channel as other tools drive it."""

from __future__ import annotations

import pytest

from bot import words
from bot.messages import Choice, EngineReply
from bot.ports import EngineUnavailable
from tests.bot.fakes import Chat
from tests.web.site import Site, message
from web.recovery import recover_once

MESSAGES, PENDING = "/channels/web/messages", "/channels/web/pending"


async def test_message_gets_replies_in_the_fixed_shape_when_it_is_sent() -> None:
    """Text, choices, card and link, each always there."""
    chat = Chat(lambda _: (EngineReply("房子是谁的？", (Choice("我的", "/h"),)),))
    async with Site(chat).client() as client:
        answer = await client.post(MESSAGES, json=message("开始报名"))
    assert answer.status_code == 200
    assert answer.json() == {
        "replies": [
            {
                "text": "房子是谁的？",
                "choices": [{"title": "我的", "value": "/h"}],
                "card": None,
                "link": None,
            }
        ],
        "state": "answered",
    }


async def test_message_gets_the_same_replies_when_its_id_comes_again() -> None:
    """The engine is asked once."""
    site = Site()
    async with site.client() as client:
        first = await client.post(MESSAGES, json=message("你好"))
        second = await client.post(MESSAGES, json=message("你好"))
    assert first.json() == second.json()
    assert len(site.chat.engine.heard) == 1


async def test_same_id_is_another_message_when_the_conversation_differs() -> None:
    """Ids count within a conversation."""
    site = Site()
    async with site.client() as client:
        await client.post(MESSAGES, json=message("你好"))
        await client.post(MESSAGES, json=message("你好", conversation="browser-2"))
    assert len({heard.conversation_id for heard in site.chat.engine.heard}) == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", words.EMPTY),
        ("😀", words.NO_WORDS),
        ("长" * 5_000, words.TOO_LONG),
        ("长" * 80_000, words.TOO_LONG),
    ],
)
async def test_message_gets_a_kind_sentence_when_it_says_nothing_or_too_much(
    text: str, sentence: object
) -> None:
    """With status 200, and without the engine."""
    site = Site()
    async with site.client() as client:
        answer = await client.post(MESSAGES, json=message(text))
    assert answer.status_code == 200
    assert [reply["text"] for reply in answer.json()["replies"]] == [getattr(sentence, "text", "")]
    assert site.chat.engine.heard == []


async def test_message_gets_413_and_a_sentence_when_it_is_larger_than_any_message() -> None:
    """It is not even read to its end."""
    async with Site().client() as client:
        answer = await client.post(MESSAGES, json=message("长" * 300_000))
    assert answer.status_code == 413
    assert answer.json()["replies"][0]["text"] == words.TOO_LONG.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"\xff",
        b'{"conversation": "c", "message_id": "m"}',
        b'{"conversation": "", "message_id": "m", "text": "x"}',
        b'{"conversation": 1, "message_id": "m", "text": "x"}',
        b'{"conversation": "c", "message_id": "m", "text": null}',
        b'{"conversation": "c", "message_id": "m", "text": "\\ud800"}',
    ],
)
@pytest.mark.parametrize("path", [MESSAGES, PENDING])
async def test_request_gets_400_when_it_is_malformed(body: bytes, path: str) -> None:
    """Never a 500, and nothing is recorded."""
    site = Site()
    async with site.client() as client:
        answer = await client.post(path, content=body)
    if path == PENDING and b'"conversation": "c"' in body and b"\\ud800" not in body:
        assert answer.status_code == 200
    else:
        assert answer.status_code == 400
    assert site.chat.inbox.turns == {}


async def test_message_is_answered_at_the_poll_when_the_engine_was_down() -> None:
    """A sentence now, the answer later, once."""
    site = Site()
    site.chat.engine.failure = EngineUnavailable("actions")
    async with site.client() as client:
        answer = (await client.post(MESSAGES, json=message("你好"))).json()
        assert ([reply["text"] for reply in answer["replies"]], answer["state"]) == (
            [words.RECOVERING.text],
            "waiting",
        )
        assert (await client.post(PENDING, json={"conversation": "browser-1"})).json() == {
            "replies": [],
            "waiting": True,
        }
        assert not await recover_once(site.deps())
        site.chat.engine.failure = None
        assert await recover_once(site.deps())
        late = (await client.post(PENDING, json={"conversation": "browser-1"})).json()
        again = (await client.post(PENDING, json={"conversation": "browser-1"})).json()
    assert ([reply["text"] for reply in late["replies"]], late["waiting"]) == (["您说：你好"], False)
    assert again["replies"] == []


async def test_message_gets_a_sentence_when_the_database_is_down() -> None:
    """Status 200, and the same id works afterwards."""
    site = Site()
    site.chat.inbox.down = True
    async with site.client() as client:
        answer = await client.post(MESSAGES, json=message("你好"))
        assert answer.status_code == 200
        assert answer.json()["state"] == "waiting"
        assert not await recover_once(site.deps())
        poll = await client.post(PENDING, json={"conversation": "browser-1"})
        assert poll.json() == {"replies": [], "waiting": True}
        site.chat.inbox.down = False
        answer = await client.post(MESSAGES, json=message("你好"))
    assert answer.json()["replies"][0]["text"] == "您说：你好"
