"""The web channel: one POST a message, and a poll for what comes later."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field, ValidationError

from bot import words
from bot.delivery import AnswerState, Listener
from bot.messages import ChannelName, Inbound
from bot.ports import StorageUnavailable
from web.channels.bodies import BodyTooLarge, read_capped
from web.channels.counties import served_name, tell_county
from web.channels.replies import EXAMPLE_REPLY, MessageAnswer, PendingAnswer, json_response, view
from web.deps import DepsDep

# The longest message taken is 5,000 characters; what is longer still gets its kind sentence.
LARGEST_BODY = 262_144

router = APIRouter(tags=["web chat"])


class WebMessage(BaseModel):
    """One message of a guardian on the web chat page."""

    conversation: str = Field(min_length=1, max_length=200, description="random, at least 128 bits")
    message_id: str = Field(min_length=1, max_length=200, description="new for every message")
    text: str


class WebCounty(BaseModel):
    """The county whose page a guardian opened."""

    conversation: str = Field(min_length=1, max_length=200)
    message_id: str = Field(min_length=1, max_length=200, description="new for every choice")
    county: str = Field(min_length=1, max_length=20, description="code of a county served (GB/T 2260)")


class WebPoll(BaseModel):
    """A question for late replies."""

    conversation: str = Field(min_length=1, max_length=200)


def _takes(model: type[BaseModel], example: dict[str, Any]) -> dict[str, Any]:
    """Describe a body that is read by hand, to cap it before it is parsed."""
    content = {"application/json": {"schema": model.model_json_schema(), "example": example}}
    return {"requestBody": {"required": True, "content": content}}


def _gives(model: type[BaseModel], example: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model, "content": {"application/json": {"example": example}}}}


_CONVERSATION = "3q2-7wAAQkGVfYtXzvLr4A"
_MESSAGE = {
    "conversation": _CONVERSATION,
    "message_id": "5f0c1f7a",
    "text": "我家孩子2020年10月出生,户口和房子都在本区,想报小学",
}


@router.post(
    "/channels/web/messages",
    openapi_extra=_takes(WebMessage, _MESSAGE),
    responses=_gives(MessageAnswer, {"replies": [EXAMPLE_REPLY], "state": "answered"}),
)
async def take_message(request: Request, deps: DepsDep) -> Response:
    """Answer one message; the same `message_id` again gives the same replies."""
    try:
        message = WebMessage.model_validate_json(await read_capped(request, LARGEST_BODY))
    except BodyTooLarge:
        return json_response({"error": "too_large", "replies": view([words.TOO_LONG])}, 413)
    except ValidationError:
        return json_response({"error": "conversation, message_id and text must be strings"}, 400)
    inbound = Inbound(
        ChannelName.WEB, message.conversation, message.message_id, message.text, deps.clock.now()
    )
    answer = await deps.turns.take(inbound)
    return json_response({"replies": view(answer.replies), "state": answer.state.value})


@router.post(
    "/channels/web/county",
    openapi_extra=_takes(WebCounty, {"conversation": _CONVERSATION, "message_id": "c1", "county": "370102"}),
    responses=_gives(MessageAnswer, {"replies": [EXAMPLE_REPLY], "state": "answered"}),
)
async def take_county(request: Request, deps: DepsDep) -> Response:
    """Preset the county a conversation is about, as its link said; 404 where it is not served."""
    try:
        choice = WebCounty.model_validate_json(await read_capped(request, LARGEST_BODY))
    except (BodyTooLarge, ValidationError):
        return json_response({"error": "conversation, message_id and county must be strings"}, 400)
    if served_name(choice.county, deps) is None:
        return json_response({"error": "this county is not served"}, 404)
    try:
        conversation_id = await deps.conversations.find_or_open(ChannelName.WEB, choice.conversation)
        answer = await tell_county(conversation_id, choice.county, choice.message_id, Listener(), deps)
    except StorageUnavailable:
        return json_response({"replies": view([words.NOT_KEPT]), "state": AnswerState.NOT_KEPT.value})
    return json_response({"replies": view(answer.replies), "state": answer.state.value})


@router.post(
    "/channels/web/pending",
    openapi_extra=_takes(WebPoll, {"conversation": _CONVERSATION}),
    responses=_gives(PendingAnswer, {"replies": [EXAMPLE_REPLY], "waiting": False}),
)
async def take_poll(request: Request, deps: DepsDep) -> Response:
    """Hand over what was answered after an outage or a sign-in, once."""
    try:
        poll = WebPoll.model_validate_json(await read_capped(request, LARGEST_BODY))
    except (BodyTooLarge, ValidationError):
        return json_response({"error": "conversation must be a string"}, 400)
    try:
        pending = await deps.turns.pending(ChannelName.WEB, poll.conversation)
    except StorageUnavailable:
        return json_response({"replies": [], "waiting": True})
    return json_response({"replies": view(pending.replies), "waiting": pending.waiting})
