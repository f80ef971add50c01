"""谁看过我的信息: where a guardian sees who read their data, and what for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.concurrency import run_in_threadpool

from bot.ports import StorageUnavailable
from enrolment.model.errors import LinkRefused, NotSignedIn
from web.deps import DepsDep
from web.pages.render import page

router = APIRouter(include_in_schema=False)

Link = Annotated[str, Query(description="the signed link the guardian was given")]


@router.get("/accesses")
async def show_accesses(deps: DepsDep, link: Link = "") -> Response:
    """Show who read what, day by day."""
    try:
        days = await run_in_threadpool(deps.list_accesses, link)
    except (LinkRefused, NotSignedIn):
        return page("accesses.html", 403, outcome="refused")
    except StorageUnavailable:
        return page("accesses.html", 503, outcome="unavailable")
    return page("accesses.html", outcome="shown", days=days)
