"""The app factory of the public process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from web import health
from web.channels import messages, wechat
from web.deps import Deps
from web.middleware import PlainFailures, SecurityHeaders
from web.nightly import keep_purging
from web.pages import accesses, api, chat, missing, plans, sign_in
from web.pages.consents import routes as consents
from web.pages.papers import refusals as paper_refusals
from web.pages.papers import routes as papers
from web.pages.records import routes as records
from web.pages.render import STATIC
from web.questions import routes as questions
from web.recovery import keep_recovering


def create_app(deps: Deps) -> FastAPI:
    """Put routes and middleware together around the dependencies."""

    @asynccontextmanager
    async def recovering(_: FastAPI) -> AsyncIterator[None]:
        for begin in deps.opening:
            await begin()
        running = [asyncio.create_task(keep(deps)) for keep in (keep_recovering, keep_purging)]
        try:
            yield
        finally:
            for task in running:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            for close in deps.closing:
                await close()

    app = FastAPI(
        title="入学 Ruxue",
        description="A conversation that gets a child into school: the web chat and the WeChat webhook.",
        version="0.1.0",
        docs_url=None,
        redoc_url=None,
        lifespan=recovering,
    )
    app.state.deps = deps
    pages = (chat, plans, sign_in, accesses, consents, records, papers, health, api, missing)
    for module in (messages, wechat, questions, *pages):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(HTTPException, missing.tell_refusal)
    for refusal in paper_refusals.REFUSALS:
        app.add_exception_handler(refusal, paper_refusals.tell_refusal)
    app.add_middleware(PlainFailures)
    app.add_middleware(SecurityHeaders)
    return app
