"""The action server: rasa-sdk's own, with failures answered without an echo."""

from __future__ import annotations

import logging
import warnings
from typing import Any

import structlog
from rasa_sdk.endpoint import create_app as create_sdk_app
from rasa_sdk.executor import ActionExecutor, ActionExecutorRunResult
from rasa_sdk.interfaces import (
    ActionExecutionRejection,
    ActionMissingDomainException,
    ActionNotFoundException,
)
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from actions.failures import PartUnavailable
from actions.registry import all_actions
from actions.services import Services

log = structlog.get_logger(__name__)
_SDK_ANSWERS = (ActionExecutionRejection, ActionMissingDomainException, ActionNotFoundException)


class ActionFailed(Exception):
    """An action call failed; nothing of the call is kept."""


class GuardedExecutor(ActionExecutor):  # type: ignore[misc]  # rasa-sdk ships no types
    """Lets no exception reach rasa-sdk's own handler, which answers with the whole request, slots too."""

    async def run(self, action_call: dict[str, Any]) -> ActionExecutorRunResult | None:
        """Run an action call; anything but rasa-sdk's own answers becomes a failure without contents."""
        try:
            return await super().run(action_call)
        except (*_SDK_ANSWERS, PartUnavailable):
            raise
        except Exception as failure:  # noqa: BLE001 - whatever it is, the request must not be echoed
            log.error("action_call_failed", error=type(failure).__name__)  # noqa: TRY400 - no traceback: values may stand in it
            raise ActionFailed from None


def create_app(services: Services) -> Sanic[Any, Any]:
    """Make the server; it answers `POST /webhook` and `GET /health`."""
    # It warns at every call that the engine is older than the SDK; the two were tried together.
    warnings.filterwarnings("ignore", message="Your versions of rasa and rasa_sdk")
    logging.getLogger("rasa_sdk").setLevel(logging.ERROR)
    executor = GuardedExecutor()
    for action in all_actions(services):
        executor.register_action(action)
    app: Sanic[Any, Any] = create_sdk_app(executor)
    app.error_handler.add(PartUnavailable, _part_unavailable)
    app.error_handler.add(ActionFailed, _action_failed)
    return app


async def _part_unavailable(request: Request, failure: PartUnavailable) -> HTTPResponse:
    del request
    return json({"error": "part_unavailable", "part": failure.part}, status=503)


async def _action_failed(request: Request, failure: ActionFailed) -> HTTPResponse:
    del request, failure
    return json({"error": "action_failed"}, status=500)
