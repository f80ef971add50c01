"""Calls of actions as the engine makes them."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.visit import Visit


def message(text: str = "", intent: str = "inform", **entities: str) -> dict[str, Any]:
    """A message as the engine understood it."""
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return {
        "text": text,
        "intent": {"name": intent, "confidence": 1.0},
        "entities": found,
        "metadata": {"channel": "web"},
    }


def call(
    action: str,
    latest: dict[str, Any] | None = None,
    *,
    form: str | None = None,
    conversation: str = "conversation-1",
    **slots: str | None,
) -> dict[str, Any]:
    """The body of one action call."""
    return {
        "next_action": action,
        "sender_id": conversation,
        "version": "3.6.21",
        "domain": {"forms": {}},
        "domain_digest": "digest",
        "tracker": {
            "sender_id": conversation,
            "slots": slots,
            "latest_message": latest or message(),
            "events": [{"event": "user", "metadata": {}}, {"event": "action", "name": form or action}],
            "paused": False,
            "followup_action": None,
            "active_loop": {"name": form} if form else {},
            "latest_action_name": form or "action_listen",
        },
    }


def visit(body: dict[str, Any]) -> tuple[Visit, CollectingDispatcher]:
    """The visit an action call makes, and where its words are collected."""
    dispatcher = CollectingDispatcher()
    return Visit(dispatcher, Tracker.from_dict(body["tracker"])), dispatcher
