"""Serves the actions on loopback."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from actions.app import create_app
from actions.services import Services

HOST = "127.0.0.1"


def serve(services: Services, *, port: int, opening: Callable[[], Awaitable[None]]) -> None:
    """Serve until stopped; `opening` is awaited before the first call."""
    app = create_app(services)

    async def begin(_: object) -> None:
        await opening()

    app.before_server_start(begin)
    app.run(host=HOST, port=port, single_process=True, access_log=False, motd=False)
