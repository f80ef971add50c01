"""`ruxue chat`: the web chat's conversation, in the terminal."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any, Self

import httpx

_PATIENCE_SECONDS = 30.0


class Chat:
    """One conversation with a running `web`; replies are printed through `say`."""

    def __init__(self, url: str, say: Callable[[str], None], conversation: str | None = None) -> None:
        self._client = httpx.Client(base_url=url, timeout=_PATIENCE_SECONDS)
        self._say = say
        self.conversation = conversation or secrets.token_urlsafe(16)

    def send(self, text: str) -> None:
        """Send one message and print what comes back; raise httpx.HTTPError when `web` cannot be reached."""
        answer = self._client.post(
            "/channels/web/messages",
            json={"conversation": self.conversation, "message_id": secrets.token_hex(8), "text": text},
        )
        answer.raise_for_status()
        for reply in answer.json()["replies"]:
            self._say(draw(reply))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()


def draw(reply: dict[str, Any]) -> str:
    """Write one reply of the web channel as lines of text."""
    lines = [reply["text"]]
    if card := reply.get("card"):
        lines.append(f"── {card['title']}")
        for row in card["rows"]:
            note = f"（{row['note']}）" if row["note"] else ""
            lines.append(f"   {row['label']}：{row['value']}{note}")
        if card["footer"]:
            lines.append(f"   {card['footer']}")
    if link := reply.get("link"):
        lines.append(f"→ {link['title']} {link['url']}")
    lines += [f"   {number}. {choice['title']}" for number, choice in enumerate(reply["choices"], start=1)]
    return "\n".join(line for line in lines if line)
