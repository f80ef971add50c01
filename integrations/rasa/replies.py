"""Reads the engine's replies, strictly: a reply of another shape is refused, not guessed at."""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import Choice, EngineReply
from bot.ports import EngineUnavailable


def read_replies(body: object) -> tuple[EngineReply, ...]:
    """Turn the channel's answer into replies; raise EngineUnavailable when it is malformed."""
    if not isinstance(body, dict) or not isinstance(body.get("replies"), list):
        raise _malformed()
    return tuple(_reply(reply) for reply in body["replies"])


def _reply(reply: object) -> EngineReply:
    if not isinstance(reply, dict):
        raise _malformed()
    text, custom = reply.get("text") or "", reply.get("custom") or {}
    buttons = reply.get("buttons") or []
    if not (isinstance(text, str) and isinstance(custom, dict) and isinstance(buttons, list)):
        raise _malformed()
    return EngineReply(
        text,
        tuple(_choice(button) for button in buttons),
        card=_reference(custom.get("card")),
        link=_reference(custom.get("link")),
    )


def _choice(button: object) -> Choice:
    if not isinstance(button, dict):
        raise _malformed()
    title, value = button.get("title"), button.get("payload")
    if not (isinstance(title, str) and isinstance(value, str) and title and value):
        raise _malformed()
    return Choice(title, value)


def _reference(value: object) -> dict[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or not all(isinstance(part, str) for part in value.values()):
        raise _malformed()
    return {str(key): part for key, part in value.items()}


def _malformed() -> EngineUnavailable:
    return EngineUnavailable("engine", passing=False)
