"""Messages, replies and choices as text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from bot.messages import Card, ChannelName, Choice, Inbound, Link, Outbound, Row


def dump_inbound(inbound: Inbound) -> str:
    """Write what of a message is personal or chosen by a stranger."""
    parts = [inbound.address, inbound.key, inbound.text, *filter(None, (inbound.picture,))]
    return json.dumps(parts, ensure_ascii=False)


def load_inbound(text: str, channel: str, received_at: datetime) -> Inbound:
    """Read a message, given what its row says openly."""
    address, key, words, *picture = json.loads(text)
    return Inbound(ChannelName(channel), address, key, words, received_at, *picture)


def dump_replies(replies: Sequence[Outbound]) -> str:
    """Write replies."""
    return json.dumps(replies, ensure_ascii=False, default=_parts)


def load_replies(text: str) -> tuple[Outbound, ...]:
    """Read replies."""
    return tuple(_load_reply(raw) for raw in json.loads(text))


def dump_choices(choices: Sequence[Choice]) -> str:
    """Write the choices offered."""
    return json.dumps(choices, ensure_ascii=False, default=_parts)


def load_choices(text: str) -> tuple[Choice, ...]:
    """Read the choices offered."""
    return tuple(Choice(**raw) for raw in json.loads(text))


def _parts(item: Outbound | Choice | Card | Link | Row) -> dict[str, object]:
    # dataclasses.asdict copies every value deeply; on the way to JSON that is half the cost of a turn's row.
    return {field.name: getattr(item, field.name) for field in fields(item)}


def _load_reply(raw: Mapping[str, Any]) -> Outbound:
    card, link = raw["card"], raw["link"]
    return Outbound(
        text=raw["text"],
        choices=tuple(Choice(**choice) for choice in raw["choices"]),
        card=None if card is None else Card(**{**card, "rows": tuple(Row(**row) for row in card["rows"])}),
        link=None if link is None else Link(**link),
    )
