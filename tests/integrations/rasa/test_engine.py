"""The engine over HTTP: what is sent, what is read, and what each failure means."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import orjson
import pytest

from bot.messages import Choice, EngineReply
from bot.ports import EngineUnavailable
from integrations.rasa import RasaEngine

Handler = Callable[[httpx.Request], httpx.Response]


def engine(handler: Handler) -> RasaEngine:
    """An engine that answers from a function."""
    return RasaEngine("http://engine.test", transport=httpx.MockTransport(handler))


def answering(status: int, body: object) -> RasaEngine:
    """An engine that always answers the same."""
    return engine(lambda _: httpx.Response(status, content=orjson.dumps(body)))


async def test_message_is_sent_with_its_key_when_the_engine_is_asked() -> None:
    """The engine sees the conversation id, the key, the text and the metadata, and nothing else."""
    seen: list[object] = []

    def note(request: httpx.Request) -> httpx.Response:
        seen.append((request.url.path, orjson.loads(request.content)))
        return httpx.Response(200, json={"replies": [], "replayed": False})

    assert await engine(note).converse("c1", "k1", "你好", {"today": "2027-06-10"}) == ()
    body = {"sender": "c1", "message": "你好", "key": "k1", "metadata": {"today": "2027-06-10"}}
    assert seen == [("/webhooks/ruxue/messages", body)]


async def test_replies_are_read_when_they_hold_text_buttons_card_and_link() -> None:
    """One reply can hold all of them."""
    reply = {
        "text": "看一看",
        "buttons": [{"title": "好", "payload": "/affirm"}],
        "custom": {"card": {"kind": "consent", "ref": "a1"}, "link": {"kind": "sign_in"}},
        "image": None,
    }
    given = await answering(200, {"replies": [reply, {"text": None}]}).converse("c", "k", "t", {})
    assert given == (
        EngineReply(
            "看一看", (Choice("好", "/affirm"),), {"kind": "consent", "ref": "a1"}, {"kind": "sign_in"}
        ),
        EngineReply(""),
    )


@pytest.mark.parametrize(
    ("status", "body", "part", "passing"),
    [
        (503, {"error": "actions_unavailable"}, "actions", True),
        (503, {"error": "store_unavailable"}, "store", True),
        (503, {"error": "starting"}, "engine", True),
        (500, {"error": "engine_failed"}, "engine", False),
        (404, None, "engine", False),
        (200, None, "engine", False),
        (200, {"replies": "no"}, "engine", False),
        (200, {"replies": ["no"]}, "engine", False),
        (200, {"replies": [{"text": 5}]}, "engine", False),
        (200, {"replies": [{"buttons": [{"title": "好"}]}]}, "engine", False),
        (200, {"replies": [{"buttons": ["好"]}]}, "engine", False),
        (200, {"replies": [{"custom": {"card": {"ref": 7}}}]}, "engine", False),
        (200, {"replies": [{"custom": {"card": "x"}}]}, "engine", False),
    ],
)
async def test_failure_names_its_part_when_the_answer_is_no_answer(
    status: int, body: object, part: str, *, passing: bool
) -> None:
    """An outage is told from an engine that cannot cope with a message."""
    with pytest.raises(EngineUnavailable) as caught:
        await answering(status, body).converse("c", "k", "t", {})
    assert (caught.value.part, caught.value.passing) == (part, passing)


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError])
async def test_engine_is_unavailable_when_it_cannot_be_reached(error: type[httpx.TransportError]) -> None:
    """Every transport failure is an outage of the engine."""

    def fail(_: httpx.Request) -> httpx.Response:
        raise error("no")

    broken = engine(fail)
    with pytest.raises(EngineUnavailable) as caught:
        await broken.converse("c", "k", "t", {})
    assert (caught.value.part, caught.value.passing) == ("engine", True)
    assert not await broken.healthy()


async def test_engine_is_unavailable_when_it_does_not_answer_with_json() -> None:
    """A proxy's error page is not guessed at."""
    page = engine(lambda _: httpx.Response(502, content=b"<html>"))
    with pytest.raises(EngineUnavailable) as caught:
        await page.converse("c", "k", "t", {})
    assert caught.value.passing


@pytest.mark.parametrize(("status", "well"), [(200, True), (503, False)])
async def test_health_follows_the_engines_own_when_asked(status: int, *, well: bool) -> None:
    """The engine says itself whether it can store conversations."""
    checked = answering(status, {"status": "ok"})
    assert await checked.healthy() is well
    await checked.aclose()
