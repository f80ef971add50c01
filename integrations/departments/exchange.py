"""The client of the government data exchange: one signed question, the data of one answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx
import orjson
import stamina

from enrolment.ports import Clock
from integrations.answers import PLAIN, read_capped
from integrations.departments.answer_seal import AnswerSeal
from integrations.departments.envelope import Envelope
from integrations.departments.errors import AnswerMalformed, ExchangeBroken, ExchangeRefused
from integrations.departments.lanes import Lanes
from integrations.departments.payload import Sm4Payload
from integrations.departments.signing.signer import Call, Signature, Signer

_BROKEN_CONNECTION = (httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
SEALED = "sealed"
"""The only field of a question whose body is encrypted."""


@dataclass(frozen=True, slots=True)
class ExchangeConfig:
    """Where the exchange is and how long and how large its answers may be.

    `call_timeout` bounds one question in seconds, signing, retry and reading included; `connections` is how
    many each resource gets. `seal` is how answers are signed, None where they are not; `payload` how bodies
    are encrypted, None where they are not.
    """

    base_url: str
    call_timeout: float = 3.5
    largest_answer: int = 1_000_000
    connections: int = 16
    envelope: Envelope = field(default_factory=Envelope)
    seal: AnswerSeal | None = None
    payload: Sm4Payload | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class Exchange:
    """Asks the exchange over kept connections; logs and raises nothing of what is in an answer.

    `wall_clock` is the machine's real time: answers age in it.
    Raises ExchangeError, AnswerUnusable, httpx.HTTPError or TimeoutError: its caller names them once.
    """

    def __init__(
        self,
        config: ExchangeConfig,
        signer: Signer,
        *,
        wall_clock: Clock,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._config = config
        self._signer = signer
        self._clock = wall_clock
        self._client = httpx.AsyncClient(
            base_url=config.base_url.rstrip("/") + "/",
            transport=transport or Lanes(config.connections),
            timeout=config.call_timeout,
            headers=PLAIN,
            trust_env=False,
        )

    async def ask(self, resource: str, query: Mapping[str, str]) -> object:
        """Put one signed question; sign once more when the key had only grown old."""
        async with asyncio.timeout(self._config.call_timeout):
            call = self._call(resource, orjson.dumps(query))
            signature = await self._signer.sign(call, self._send_unsigned)
            try:
                return await self._put(call, signature)
            except ExchangeRefused as refusal:
                if not self._signer.discard(signature, refusal.code):
                    raise
            return await self._put(call, await self._signer.sign(call, self._send_unsigned))

    async def ping(self) -> None:
        """See whether the exchange answers at all; any answer but a server error will do."""
        async with asyncio.timeout(self._config.call_timeout), self._client.stream("GET", "") as response:
            if response.is_server_error:
                raise ExchangeBroken(f"the exchange answers with HTTP {response.status_code}")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    def _call(self, resource: str, query: bytes) -> Call:
        payload = self._config.payload
        body = query if payload is None else orjson.dumps({SEALED: payload.seal(resource, query)})
        return Call(resource, path=f"{self._client.base_url.path}{resource}", body=body)

    async def _put(self, call: Call, signature: Signature) -> object:
        answer = await self._post(call.resource, call.body, signature.headers)
        now = self._clock.now()
        # a refusal cannot be signed by whoever does not know the key, so the code is read first
        data = self._config.envelope.open(answer.body, now)
        if self._config.seal is not None:
            self._config.seal.check(answer.headers, answer.body, call=call, signature=signature, now=now)
        return data if self._config.payload is None else _opened(self._config.payload, call.resource, data)

    async def _send_unsigned(self, path: str, query: Mapping[str, str]) -> object:
        answer = await self._post(path, orjson.dumps(query), {})
        return self._config.envelope.open(answer.body, self._clock.now())

    async def _post(self, path: str, body: bytes, headers: Mapping[str, str]) -> _Answer:
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
        return answer

    async def _post_once(self, path: str, body: bytes, headers: Mapping[str, str]) -> _Answer:
        sent = {"Content-Type": "application/json", **headers}
        async with self._client.stream("POST", path, content=body, headers=sent) as response:
            if response.status_code != HTTPStatus.OK:
                raise ExchangeBroken(f"the exchange answers with HTTP {response.status_code}")
            return _Answer(response.headers, await read_capped(response, self._config.largest_answer))


def _opened(payload: Sm4Payload, resource: str, data: object) -> object:
    try:
        plain: object = orjson.loads(payload.open(resource, data))
    except orjson.JSONDecodeError:
        raise AnswerMalformed("the encrypted data are not JSON") from None
    return plain
