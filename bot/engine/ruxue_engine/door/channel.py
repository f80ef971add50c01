"""The channel the web process talks to: one POST per message, answered once per message key.

Rasa's REST channel answers a repeated message again as if it were new, and answers 200 with nothing when a
turn fails.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse, json

from ruxue_engine.agent import Answered, EngineAgent
from ruxue_engine.door.understanding import LONGEST_TEXT, understand
from ruxue_engine.failures import EngineFailed, TurnAborted

LONGEST_NAME = 255

logger = logging.getLogger(__name__)


class MessagesChannel(InputChannel):
    """Takes messages and gives their replies in the same answer."""

    @classmethod
    def name(cls) -> str:
        """Name the channel in its URL."""
        return "ruxue"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Offer the three routes."""
        del on_new_message
        routes = Blueprint("ruxue_messages")
        routes.add_route(take_message, "/messages", methods=["POST"])
        routes.add_route(understand_message, "/understand", methods=["POST"])
        routes.add_route(tell_health, "/health", methods=["GET"])
        return routes


async def take_message(request: Request) -> HTTPResponse:
    """Answer one message."""
    body = _object(request)
    problem = _problem(body)
    if problem:
        return json({"error": "bad_request", "detail": problem}, status=400)
    try:
        answered = await _answer(request.app.ctx.agent, body)
    except TurnAborted as failure:
        logger.error("turn aborted: %s", failure.error, exc_info=failure)  # noqa: TRY400 - our formatter keeps the place, never the text
        return json({"error": failure.error}, status=failure.status)
    return json({"replies": answered.replies, "replayed": answered.replayed})


async def understand_message(request: Request) -> HTTPResponse:
    """Say what one message means; no conversation is begun or changed."""
    body = _object(request)
    problem = _problem_of_text(body)
    if problem:
        return json({"error": "bad_request", "detail": problem}, status=400)
    agent: EngineAgent = request.app.ctx.agent
    return json(await understand(agent.processor, body["text"], body.get("metadata", {})))


async def _answer(agent: EngineAgent, body: dict[str, Any]) -> Answered:
    try:
        return await agent.answer(body["sender"], body["message"], body["key"], body.get("metadata", {}))
    except Exception as error:
        raise EngineFailed from error


def _object(request: Request) -> Any:  # noqa: ANN401 - any JSON
    """The body of a request; None where it is no JSON."""
    try:
        return request.json
    except InvalidUsage:
        return None


def _problem_of_text(body: object) -> str | None:
    """Say what is wrong with a request to understand, without repeating it."""
    if not isinstance(body, dict):
        return "the body must be a JSON object"
    if not isinstance(body.get("text"), str) or len(body["text"]) > LONGEST_TEXT:
        return f"'text' must be a string of at most {LONGEST_TEXT} characters"
    return None if isinstance(body.get("metadata", {}), dict) else "'metadata' must be an object"


def _problem(body: object) -> str | None:
    """Say what is wrong with a request, without repeating it."""
    if not isinstance(body, dict):
        return "the body must be a JSON object"
    if not isinstance(body.get("message"), str):
        return "'message' must be a string"
    for field in ("sender", "key"):
        if not isinstance(body.get(field), str) or not 0 < len(body[field]) <= LONGEST_NAME:
            return f"'{field}' must be a string of 1 to {LONGEST_NAME} characters"
    if not isinstance(body.get("metadata", {}), dict):
        return "'metadata' must be an object"
    return None


async def tell_health(request: Request) -> HTTPResponse:
    """Say which model is loaded and whether the store answers."""
    agent = request.app.ctx.agent
    try:
        await agent.tracker_store.row("health")
    except TurnAborted as failure:
        return json(
            {"status": "failing", "model": agent.model_id, "store": failure.error}, status=failure.status
        )
    return json({"status": "ok", "model": agent.model_id, "store": "ok"})
