"""The platform's own interface: an access token, and the pictures that guardians sent."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import httpx
import orjson

from enrolment.model.papers.refusals import FileTooLarge, PicturesUnavailable
from enrolment.ports import Clock
from integrations.answers import PLAIN, AnswerUnusable, read_capped
from integrations.wechat.platform_errors import (
    AnswerMalformed,
    TokenRefused,
    as_pictures_unavailable,
    refusal,
)

ADDRESS = "https://api.weixin.qq.com"
LARGEST_PICTURE = 20 * 1024 * 1024
_LARGEST_ANSWER = 16_384
# A token that is about to end is not used any more; the platform serves the old one five minutes longer.
_MARGIN = timedelta(minutes=2)
_LONGEST_TOKEN = 1_024


class WeChatPlatform:
    """Implements `enrolment.paper_ports.PictureSource` for one official account."""

    def __init__(
        self,
        app_id: str,
        secret: str,
        *,
        clock: Clock,
        address: str = ADDRESS,
        timeout_seconds: float = 10.0,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._app_id = app_id
        self._secret = secret
        self._clock = clock
        self._timeout = timeout_seconds
        self._client = httpx.AsyncClient(
            base_url=address, timeout=timeout_seconds, headers=PLAIN, transport=transport, trust_env=False
        )
        self._fetching = asyncio.Lock()
        self._token = ""
        self._until: datetime | None = None

    async def fetch(self, media: str) -> bytes:
        """The bytes of a picture; a token refused meanwhile is replaced once.

        Raises PictureGone, FileTooLarge, PicturesUnavailable.
        """
        with as_pictures_unavailable():
            async with asyncio.timeout(self._timeout):
                token = await self._current_token()
                try:
                    return await self._picture(media, token)
                except TokenRefused:
                    return await self._picture(media, await self._current_token(instead_of=token))

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _current_token(self, *, instead_of: str = "") -> str:
        """The token to use now: one call for however many ask at once."""
        async with self._fetching:
            ended = self._until is None or self._clock.now() >= self._until
            if ended or self._token == instead_of:
                await self._renew()
            return self._token

    async def _renew(self) -> None:
        asked = {"grant_type": "client_credential", "appid": self._app_id, "secret": self._secret}
        async with self._client.stream("POST", "/cgi-bin/stable_token", json=asked) as response:
            answer = await _object(response)
        token, seconds = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(token, str) or not 0 < len(token) <= _LONGEST_TOKEN or not isinstance(seconds, int):
            raise refusal(answer.get("errcode"))
        self._token = token
        self._until = self._clock.now() + timedelta(seconds=seconds) - _MARGIN

    async def _picture(self, media: str, token: str) -> bytes:
        asked = {"access_token": token, "media_id": media}
        async with self._client.stream("GET", "/cgi-bin/media/get", params=asked) as response:
            if response.status_code != httpx.codes.OK:
                raise PicturesUnavailable(f"the platform answers with HTTP {response.status_code}")
            if not response.headers.get("content-type", "").startswith("image/"):
                raise refusal((await _object(response)).get("errcode"))
            try:
                return await read_capped(response, LARGEST_PICTURE)
            except AnswerUnusable as error:
                raise FileTooLarge(str(error)) from error


async def _object(response: httpx.Response) -> dict[str, object]:
    if response.status_code != httpx.codes.OK:
        raise PicturesUnavailable(f"the platform answers with HTTP {response.status_code}")
    try:
        answer = orjson.loads(await read_capped(response, _LARGEST_ANSWER))
    except orjson.JSONDecodeError:
        # the decoder's error carries the whole document
        raise AnswerMalformed("the platform's answer is not JSON") from None
    if not isinstance(answer, dict):
        raise AnswerMalformed("the platform's answer is not an object")
    return answer
