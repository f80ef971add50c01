"""Puts the stand-ins together; the factory a server or a test starts."""

import asyncio

from fastapi import FastAPI

from sandbox.exchange.control import control_router
from sandbox.exchange.envelope import Refused
from sandbox.exchange.router import Exchange, Sleep, exchange_router, refuse
from sandbox.families import all_families
from sandbox.identity.authorize import SignInDesk, authorize_router
from sandbox.identity.grants import Grants
from sandbox.identity.tokens import TokenDesk, token_router
from sandbox.settings import Clock, SandboxSettings, wall_clock
from sandbox.wechat.router import wechat_router


def create_app(
    settings: SandboxSettings | None = None, *, clock: Clock = wall_clock, sleep: Sleep = asyncio.sleep
) -> FastAPI:
    """Build the sandbox; settings come from the environment when none are given."""
    settings = settings or SandboxSettings()
    known = all_families(settings.families, seed=settings.seed)
    exchange = Exchange(settings, known, clock=clock, sleep=sleep)
    grants = Grants(clock)
    app = FastAPI(title="Ruxue sandbox", description="Stand-ins for the outside world; loopback only.")
    app.add_exception_handler(Refused, refuse)
    app.include_router(exchange_router(exchange))
    app.include_router(control_router(exchange.faults, clock))
    app.include_router(authorize_router(SignInDesk(settings, known, grants)))
    app.include_router(token_router(TokenDesk(settings, known, grants)))
    app.include_router(wechat_router(settings, clock, sleep=sleep))

    @app.get("/health")
    def health() -> dict[str, str | int]:
        """Tell that the sandbox serves and how many families it knows."""
        return {"status": "ok", "families": len(known)}

    return app
