"""The doors a message can be brought to: `web`, the engine's own channel, and a stock Rasa's REST channel.

Plain `http.client` over one kept connection is the cheapest client there is: little measured is its own.
"""

from __future__ import annotations

import http.client
import json
import secrets
import time
from typing import Any, Final, Protocol

PATIENCE_SECONDS: Final = 30
# Servers close a connection that was idle for five seconds; a door waits that long while another is measured.
IDLE_SECONDS: Final = 2
# What `web` tells the engine with every message; a stock Rasa's channel takes the same.
METADATA: Final[dict[str, object]] = {
    "today": "2027-06-10",
    "now": "2027-06-10T09:00:00+08:00",
    "channel": "web",
    "findings": [],
    "counties": None,
}


class TurnFailed(RuntimeError):
    """Raised when a side answers a turn with anything but replies."""


class Door(Protocol):
    """Brings one message of a conversation to a side and returns what it said, reply by reply."""

    def say(self, conversation: str, text: str) -> tuple[str, ...]:
        """Say one thing and wait for the replies."""
        ...


class _Connection:
    """One kept connection to a port of this machine."""

    def __init__(self, port: int) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        self._used = time.perf_counter()

    def post(self, path: str, body: object) -> Any:  # noqa: ANN401 - JSON is what it is
        """Post JSON and return the JSON of the answer; after a rest over a new connection."""
        if time.perf_counter() - self._used > IDLE_SECONDS:
            self._http.close()
        self._http.request("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        answer = self._http.getresponse()
        content = answer.read()
        self._used = time.perf_counter()
        if answer.status != http.client.OK:
            raise TurnFailed(f"{path} answered {answer.status}: {content[:200]!r}")
        return json.loads(content)


class WebDoor:
    """`web`'s own channel: the way a guardian's browser takes."""

    def __init__(self, port: int) -> None:
        self._connection = _Connection(port)

    def say(self, conversation: str, text: str) -> tuple[str, ...]:
        """Say one thing under a new message key."""
        body = {"conversation": conversation, "message_id": secrets.token_hex(8), "text": text}
        return _texts(self._connection.post("/channels/web/messages", body)["replies"])


class EngineDoor:
    """The engine's channel: the way `web` takes."""

    def __init__(self, port: int) -> None:
        self._connection = _Connection(port)

    def say(self, conversation: str, text: str) -> tuple[str, ...]:
        """Say one thing under a new message key."""
        body = {"sender": conversation, "message": text, "key": secrets.token_hex(8), "metadata": METADATA}
        return _texts(self._connection.post("/webhooks/ruxue/messages", body)["replies"])


class StockDoor:
    """The REST channel of a stock Rasa."""

    def __init__(self, port: int) -> None:
        self._connection = _Connection(port)

    def say(self, conversation: str, text: str) -> tuple[str, ...]:
        """Say one thing; this channel knows no message keys."""
        body = {"sender": conversation, "message": text, "metadata": METADATA}
        return _texts(self._connection.post("/webhooks/rest/webhook", body))


def _texts(replies: list[dict[str, Any]]) -> tuple[str, ...]:
    texts = tuple(reply["text"] for reply in replies if reply.get("text"))
    if not texts:
        raise TurnFailed("a turn was answered with nothing")
    return texts
