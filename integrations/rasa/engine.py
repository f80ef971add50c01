"""The dialogue engine as `bot.ports.DialogueEngine`: one POST a message, over kept-open connections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import httpx
import orjson

from bot.messages import EngineReply
from bot.ports import EngineUnavailable
from integrations.rasa.errors import unavailable
from integrations.rasa.replies import read_replies

_HEALTH_SECONDS = 2.0
_JSON = {"content-type": "application/json"}


class RasaEngine:
    """Talks to the engine; the same key again gives the same replies (the engine remembers)."""

    def __init__(
        self, url: str, *, timeout_seconds: float = 30.0, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            timeout=httpx.Timeout(timeout_seconds, connect=_HEALTH_SECONDS),
            limits=httpx.Limits(max_connections=100, max_keepalive_connections=20),
            transport=transport,
            trust_env=False,
        )

    async def converse(
        self, conversation_id: str, key: str, text: str, metadata: Mapping[str, object]
    ) -> Sequence[EngineReply]:
        """Let the engine answer one message; raise EngineUnavailable."""
        content = orjson.dumps({"sender": conversation_id, "message": text, "key": key, "metadata": metadata})
        try:
            answer = await self._client.post("/webhooks/ruxue/messages", content=content, headers=_JSON)
        except httpx.HTTPError as error:
            raise EngineUnavailable("engine") from error
        body = _json(answer.content)
        if answer.status_code != httpx.codes.OK:
            raise unavailable(answer.status_code, body.get("error") if isinstance(body, dict) else None)
        return read_replies(body)

    async def healthy(self) -> bool:
        """Whether the engine answers and can store conversations."""
        try:
            answer = await self._client.get("/webhooks/ruxue/health", timeout=_HEALTH_SECONDS)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _json(content: bytes) -> object:
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
