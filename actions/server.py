"""Serves the actions on loopback."""

from __future__ import annotations

from actions.app import create_app
from actions.services import Services

HOST = "127.0.0.1"


def serve(services: Services, *, port: int) -> None:
    """Serve until stopped."""
    app = create_app(services)
    app.run(host=HOST, port=port, single_process=True, access_log=False, motd=False)
