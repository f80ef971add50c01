"""The calls to the platform, against the sandbox's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from enrolment.model.papers.refusals import FileTooLarge, PictureGone, PicturesUnavailable
from integrations.wechat.platform import LARGEST_PICTURE, WeChatPlatform
from sandbox.app import create_app
from sandbox.settings import SandboxSettings
from tests.fakes.clock import FrozenClock

APP_ID, SECRET = "wx0123456789abcdef", "sEcReT"


class Servers:
    """The platform's servers and what they were asked."""

    def __init__(self) -> None:
        self.clock = FrozenClock()
        self.asked: list[str] = []
        self._settings = SandboxSettings(wechat_app_id=APP_ID, wechat_app_secret=SECRET, families=8)
        self._app = create_app(self._settings, clock=self.clock.now, sleep=_for_ever)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note and serve one request."""
        self.asked.append(scope["path"].rpartition("/")[2])
        await self._app(scope, receive, send)

    def client(self) -> httpx.AsyncClient:
        """A client for the controls."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(self), base_url="http://wechat.test/wechat")

    async def keep(self, content: bytes = b"a photo") -> str:
        """Let a user send a picture."""
        async with self.client() as client:
            answer = await client.post("/control/media", content=content)
        return str(answer.json()["media_id"])

    async def trouble(self, kind: str) -> None:
        """Make the platform misbehave."""
        async with self.client() as client:
            await client.put("/control/trouble", json={"trouble": kind, "seconds": 30})

    async def end_tokens(self) -> None:
        """End every token."""
        async with self.client() as client:
            await client.post("/control/end-tokens")

    def platform(self, secret: str = SECRET, *, timeout_seconds: float = 5.0) -> WeChatPlatform:
        """A client of the product."""
        return WeChatPlatform(
            APP_ID,
            secret,
            clock=self.clock,
            address="http://wechat.test/wechat",
            timeout_seconds=timeout_seconds,
            transport=httpx.ASGITransport(self),
        )


async def _for_ever(seconds: float) -> None:
    del seconds
    await asyncio.Event().wait()


@pytest.fixture
def servers() -> Servers:
    """Fresh ones."""
    return Servers()


@pytest.fixture
async def platform(servers: Servers) -> AsyncIterator[WeChatPlatform]:
    """A client of theirs."""
    platform = servers.platform()
    yield platform
    await platform.aclose()


async def test_picture_is_fetched_when_the_platform_keeps_it(
    servers: Servers, platform: WeChatPlatform
) -> None:
    """The bytes as they were sent."""
    assert await platform.fetch(await servers.keep(b"\xff\xd8 a photo")) == b"\xff\xd8 a photo"


async def test_one_token_serves_when_many_pictures_come_at_once(
    servers: Servers, platform: WeChatPlatform
) -> None:
    """It is fetched once, and again only when it is about to end."""
    media = await servers.keep()
    await asyncio.gather(*(platform.fetch(media) for _ in range(20)))
    assert servers.asked.count("stable_token") == 1
    servers.clock.advance(timedelta(hours=1))
    await platform.fetch(media)
    assert servers.asked.count("stable_token") == 1
    servers.clock.advance(timedelta(minutes=59))
    await platform.fetch(media)
    assert servers.asked.count("stable_token") == 2


async def test_token_is_replaced_once_when_the_platform_refuses_it(
    servers: Servers, platform: WeChatPlatform
) -> None:
    """As after somebody else renewed it; two that find out together fetch one new token."""
    media = await servers.keep()
    await platform.fetch(media)
    await servers.end_tokens()
    first, second = await asyncio.gather(platform.fetch(media), platform.fetch(media))
    assert first == second == b"a photo"
    assert servers.asked.count("stable_token") == 2


async def test_picture_is_gone_when_three_days_passed(servers: Servers, platform: WeChatPlatform) -> None:
    """And so is one that never was."""
    media = await servers.keep()
    servers.clock.advance(timedelta(days=3))
    for one in (media, "never-was"):
        with pytest.raises(PictureGone):
            await platform.fetch(one)


@pytest.mark.parametrize("kind", ["busy", "quota", "down", "not_json"])
async def test_pictures_are_unavailable_when_the_platform_misbehaves(
    servers: Servers, platform: WeChatPlatform, kind: str
) -> None:
    """Before and after a token was had; well again, it goes on."""
    media = await servers.keep()
    for _ in range(2):
        await servers.trouble(kind)
        with pytest.raises(PicturesUnavailable):
            await platform.fetch(media)
        await servers.trouble("none")
        assert await platform.fetch(media) == b"a photo"


async def test_pictures_are_unavailable_when_the_platform_is_too_slow(servers: Servers) -> None:
    """The wait has an end."""
    media = await servers.keep()
    await servers.trouble("slow")
    with pytest.raises(PicturesUnavailable, match="in time"):
        await servers.platform(timeout_seconds=0.01).fetch(media)


async def test_secret_and_token_are_not_told_when_something_fails(servers: Servers) -> None:
    """Neither in the error nor in what it came from."""
    with pytest.raises(PicturesUnavailable) as wrong:
        await servers.platform("wrong-secret").fetch("m")
    assert "wrong-secret" not in repr(wrong.value)

    def unreachable(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"no route to {request.url}")

    platform = WeChatPlatform(
        APP_ID,
        SECRET,
        clock=servers.clock,
        transport=httpx.MockTransport(unreachable),
        address="http://w.test",
    )
    with pytest.raises(PicturesUnavailable) as away:
        await platform.fetch("m")
    assert away.value.__cause__ is None
    assert SECRET not in repr(away.value)


def answering(picture: httpx.Response, clock: FrozenClock) -> WeChatPlatform:
    """A platform whose tokens are fine and whose pictures are this."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("stable_token"):
            return httpx.Response(200, json={"access_token": "t", "expires_in": 7200})
        return picture

    return WeChatPlatform(APP_ID, SECRET, clock=clock, transport=httpx.MockTransport(answer))


async def test_picture_is_refused_when_it_has_no_end() -> None:
    """No more than the largest photo is ever read."""
    picture = httpx.Response(200, content=bytes(LARGEST_PICTURE + 1), headers={"content-type": "image/jpeg"})
    with pytest.raises(FileTooLarge):
        await answering(picture, FrozenClock()).fetch("m")


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"errcode": "x"}', b'{"errcode": 99999}'])
async def test_pictures_are_unavailable_when_the_answer_makes_no_sense(body: bytes) -> None:
    """Never a guess."""
    picture = httpx.Response(200, content=body, headers={"content-type": "application/json"})
    with pytest.raises(PicturesUnavailable):
        await answering(picture, FrozenClock()).fetch("m")


async def test_second_refusal_of_a_token_ends_it_when_the_first_was_mended() -> None:
    """No endless asking."""
    picture = httpx.Response(200, json={"errcode": 40001}, headers={"content-type": "application/json"})
    with pytest.raises(PicturesUnavailable):
        await answering(picture, FrozenClock()).fetch("m")
