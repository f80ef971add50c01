"""What an address gets that leads nowhere: people a page that leads back, machines JSON."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from web.channels.replies import json_response
from web.pages.render import page

_NOT_FOUND = 404

router = APIRouter(include_in_schema=False)


@router.get("/favicon.ico")
async def show_icon() -> Response:
    """Send browsers that guess the icon's address to it."""
    return RedirectResponse("/static/icon.svg", 301)


async def tell_refusal(request: Request, error: Exception) -> Response:
    """Answer an HTTP refusal of the framework's own, such as an unknown address or method."""
    assert isinstance(error, HTTPException)  # it is registered for nothing else
    if error.status_code == _NOT_FOUND and "text/html" in request.headers.get("accept", ""):
        return page("missing.html", _NOT_FOUND)
    response = json_response({"error": error.detail}, error.status_code)
    response.headers.update(error.headers or {})
    return response
