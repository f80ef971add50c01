"""Runs the app: no access log, as addresses may hold the state and code of a sign-in."""

from __future__ import annotations

import uvicorn
from fastapi import FastAPI


def serve(app: FastAPI, *, host: str, port: int, proxies: str) -> None:
    """Serve until told to stop; only `proxies` are believed on whose behalf they call."""
    uvicorn.run(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        date_header=True,
        forwarded_allow_ips=proxies,
    )
