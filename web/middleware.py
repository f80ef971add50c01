"""What holds for every answer: security headers, and no internals when something breaks."""

from __future__ import annotations

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import words
from bot.failures import place_of
from web.channels.replies import json_response, view

log = structlog.get_logger()

_HEADERS = {
    "content-security-policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    # The sign-in comes back with a code in its address: no other site may learn it.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class SecurityHeaders:
    """Adds the headers, and keeps everything but static files out of caches."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("cache-control", _caching(scope["path"]))
            await send(message)

        await self._app(scope, receive, with_headers)


class PlainFailures:
    """Turns an unexpected error into a plain sentence; the log gets its type and place, never its words."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody may see its inside
            log.error("request_failed", path=scope["path"], error=type(error).__name__, at=place_of(error))  # noqa: TRY400 - a traceback may quote a guardian
            if started:
                raise ConnectionAbortedError from None
            body = {"error": "unavailable", "replies": view([words.NOT_KEPT]), "state": "not_kept"}
            await json_response(body, 503)(scope, receive, send)


def _caching(path: str) -> str:
    return "public, max-age=300" if path.startswith("/static/") else "no-store"
