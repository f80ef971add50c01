"""The chat page guardians open on their phones."""

from __future__ import annotations

from fastapi import APIRouter, Response

from web.channels.counties import example_name, only_name, served_name
from web.deps import DepsDep
from web.pages.render import page

router = APIRouter(include_in_schema=False)


@router.get("/")
async def show_chat(deps: DepsDep, county: str = "") -> Response:
    """Show the chat page; `?county=370602` opens it in that county's name, if it is served."""
    today = deps.clock.today()
    chosen = served_name(county, deps)
    return page(
        "chat.html",
        county=chosen or served_name(deps.county, deps) or only_name(deps),
        chosen=county if chosen else "",
        example=chosen or example_name(deps),
        demonstration=deps.demonstration,
        today=f"{today.year}年{today.month}月{today.day}日",
    )
