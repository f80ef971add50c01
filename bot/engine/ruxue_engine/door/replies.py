"""What the engine says, the same whether said now or read back from the conversation."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from rasa.core.channels.channel import OutputChannel
from rasa.shared.core.events import BotUttered, Event, UserUttered

from ruxue_engine.events import read_events


class Reply(TypedDict):
    """One thing said to a guardian."""

    text: str | None
    buttons: list[dict[str, Any]]
    custom: dict[str, Any] | None
    image: str | None


def reply_from(message: Mapping[str, Any]) -> Reply:
    """Reduce a Rasa bot message to a reply."""
    return {
        "text": message.get("text"),
        "buttons": message.get("buttons") or [],
        "custom": message.get("custom"),
        "image": message.get("image"),
    }


class ReplyCollector(OutputChannel):
    """Collects the replies of one turn."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []

    @classmethod
    def name(cls) -> str:
        """Name the channel in the conversation and in channel-specific responses."""
        return "ruxue"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep a message the engine says."""
        del recipient_id
        self.replies.append(reply_from(message))


def recorded_replies(row: str | None, key: str) -> list[Reply] | None:
    """Find what a stored conversation answered to a message key, or None when it never saw the key."""
    # A look at the text first: reading the events takes a millisecond, and nearly every key is new.
    if row is None or json.dumps(key, ensure_ascii=False) not in row:
        return None
    events = read_events(json.loads(row))
    start = next((place for place, event in enumerate(events) if _bears(event, key)), None)
    return None if start is None else list(_said_until_next_message(events[start + 1 :]))


def _bears(event: Event, key: str) -> bool:
    return isinstance(event, UserUttered) and event.message_id == key


def _said_until_next_message(events: Iterable[Event]) -> Iterable[Reply]:
    for event in events:
        if isinstance(event, UserUttered):
            return
        if isinstance(event, BotUttered):
            yield reply_from(event.message())
