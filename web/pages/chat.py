"""The chat page guardians open on their phones."""

from __future__ import annotations

from fastapi import APIRouter, Response

from web.deps import DepsDep
from web.pages.render import page

router = APIRouter(include_in_schema=False)


@router.get("/")
async def show_chat(deps: DepsDep) -> Response:
    """Show the chat page."""
    today = deps.clock.today()
    return page(
        "chat.html",
        county=deps.county_name,
        demonstration=deps.demonstration,
        today=f"{today.year}年{today.month}月{today.day}日",
    )
