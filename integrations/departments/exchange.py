"""The client of the government data exchange: one signed question, the data of one answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx
import orjson
import stamina

from integrations.answers import PLAIN, read_capped
from integrations.departments.envelope import Envelope
from integrations.departments.errors import ExchangeBroken, ExchangeRefused
from integrations.departments.signers import Call, Signer

_BROKEN_CONNECTION = (httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class ExchangeConfig:
    """Where the exchange is and how long and how large its answers may be.

    `call_timeout` bounds one question in seconds, signing, retry and reading included.
    """

    base_url: str
    call_timeout: float = 3.5
    largest_answer: int = 1_000_000
    connections: int = 32
    envelope: Envelope = field(default_factory=Envelope)


class Exchange:
    """Asks the exchange over one keep-alive client; logs and raises nothing of what is in an answer.

    Raises ExchangeError, AnswerUnusable, httpx.HTTPError or TimeoutError: its caller names them once.
    """

    def __init__(
        self, config: ExchangeConfig, signer: Signer, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._config = config
        self._signer = signer
        self._client = httpx.AsyncClient(
            base_url=config.base_url.rstrip("/") + "/",
            transport=transport,
            timeout=config.call_timeout,
            limits=httpx.Limits(
                max_connections=config.connections, max_keepalive_connections=config.connections
            ),
            headers=PLAIN,
            trust_env=False,
        )

    async def ask(self, resource: str, query: Mapping[str, str]) -> object:
        """Put one signed question; sign once more when the key had only grown old."""
        async with asyncio.timeout(self._config.call_timeout):
            call = Call(resource, orjson.dumps(query))
            signature = await self._signer.sign(call, self._send_unsigned)
            try:
                return await self._post(resource, call.body, signature.headers)
            except ExchangeRefused as refusal:
                if not self._signer.discard(signature, refusal.code):
                    raise
            signature = await self._signer.sign(call, self._send_unsigned)
            return await self._post(resource, call.body, signature.headers)

    async def ping(self) -> None:
        """See whether the exchange answers at all; any answer but a server error will do."""
        async with asyncio.timeout(self._config.call_timeout), self._client.stream("GET", "") as response:
            if response.is_server_error:
                raise ExchangeBroken(f"the exchange answers with HTTP {response.status_code}")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _send_unsigned(self, path: str, query: Mapping[str, str]) -> object:
        return await self._post(path, orjson.dumps(query), {})

    async def _post(self, path: str, body: bytes, headers: Mapping[str, str]) -> object:
        # reading twice is harmless, and a keep-alive connection may close just as it is used
        async for attempt in stamina.retry_context(
            on=_BROKEN_CONNECTION,
            attempts=2,
            timeout=None,
            wait_initial=0.05,
            wait_max=0.05,
            wait_jitter=0.05,
        ):
            with attempt:
                answer = await self._post_once(path, body, headers)
        return self._config.envelope.open(answer)

    async def _post_once(self, path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
        sent = {"Content-Type": "application/json", **headers}
        async with self._client.stream("POST", path, content=body, headers=sent) as response:
            if response.status_code != HTTPStatus.OK:
                raise ExchangeBroken(f"the exchange answers with HTTP {response.status_code}")
            return await read_capped(response, self._config.largest_answer)
