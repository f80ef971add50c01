"""Replies as the web channel writes them in JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import orjson
from fastapi import Response
from pydantic import BaseModel, Field

from bot.messages import Outbound


class ChoiceView(BaseModel):
    """An answer to pick: send `value` as text."""

    title: str
    value: str


class RowView(BaseModel):
    """One line of a card."""

    label: str
    value: str
    note: str
    tone: str = Field(description="good, to_do, checked, or empty")


class CardView(BaseModel):
    """A block to draw; `kind` is decision, consent, receipt or timeline."""

    kind: str
    title: str
    rows: list[RowView]
    footer: str


class LinkView(BaseModel):
    """A page to open."""

    title: str
    url: str


class ReplyView(BaseModel):
    """One reply."""

    text: str
    choices: list[ChoiceView]
    card: CardView | None
    link: LinkView | None


class MessageAnswer(BaseModel):
    """The replies to a message, and what became of it."""

    replies: list[ReplyView]
    state: str = Field(description="answered; waiting: kept, poll for its answer; not_kept: send it again")


class PendingAnswer(BaseModel):
    """Late replies, and whether more are to come."""

    replies: list[ReplyView]
    waiting: bool


EXAMPLE_REPLY = {
    "text": "孩子的户口在本区吗？",
    "choices": [
        {"title": "在本区", "value": '/inform{"hukou": "here"}'},
        {"title": "不在本区", "value": '/inform{"hukou": "elsewhere"}'},
    ],
    "card": None,
    "link": None,
}


def view(replies: Sequence[Outbound]) -> list[dict[str, object]]:
    """Write replies as JSON values."""
    return [asdict(reply) for reply in replies]


def json_response(body: Mapping[str, object], status: int = 200) -> Response:
    """Answer with JSON."""
    return Response(orjson.dumps(body), status_code=status, media_type="application/json")
