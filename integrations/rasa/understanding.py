"""The engine's understanding of a single message, as `enrolment.answer_ports.Understanding`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import httpx
import orjson

from enrolment.answer_ports import UnderstandingUnavailable
from enrolment.model.answering.understood import AskedSpan, Ranked, ToldFact, Understood
from enrolment.model.plan.topics import topic_named

_JSON = {"content-type": "application/json"}


class RasaUnderstanding:
    """Asks the engine what a message is about; no conversation is begun or changed."""

    def __init__(
        self, url: str, *, timeout_seconds: float = 10.0, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, timeout=timeout_seconds, transport=transport, trust_env=False
        )

    async def understand(self, text: str, metadata: Mapping[str, object]) -> Understood:
        """Say what a message is about; raise UnderstandingUnavailable."""
        content = orjson.dumps({"text": text, "metadata": metadata})
        try:
            answer = await self._client.post("/webhooks/ruxue/understand", content=content, headers=_JSON)
            answer.raise_for_status()
            return read_understood(orjson.loads(answer.content))
        except (httpx.HTTPError, orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise UnderstandingUnavailable from error

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def read_understood(body: Any) -> Understood:  # noqa: ANN401 - it is checked by reading it
    """Read the engine's answer; raise KeyError, TypeError or ValueError where it is of another shape."""
    return Understood(
        intent=str(body["intent"]["name"] or ""),
        topics=_topics(body["topics"]),
        facts=tuple(ToldFact(str(each["name"]), str(each["value"])) for each in body["facts"]),
        questions=tuple(
            AskedSpan(int(each["start"]), int(each["end"]), _topics(each["topics"]))
            for each in body["questions"]
        ),
    )


def _topics(ranked: Iterable[Mapping[str, Any]]) -> tuple[Ranked, ...]:
    """The topics, the likeliest first; a label nobody knows here is left out."""
    known = ((topic_named(str(each["name"])), float(each["confidence"])) for each in ranked)
    found = [Ranked(topic, confidence) for topic, confidence in known if topic is not None]
    return tuple(sorted(found, key=lambda each: -each.confidence))
