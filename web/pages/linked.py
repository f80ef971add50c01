"""What the pages behind a signed link share: their small forms, and what a dead link shows."""

from __future__ import annotations

from urllib.parse import parse_qsl

from fastapi import HTTPException, Request, Response

from bot.ports import StorageUnavailable
from web.channels.bodies import BodyTooLarge, read_capped
from web.pages.render import page

_LARGEST_FORM = 4_096
_MOST_FIELDS = 8


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form without files; answers 413 to one that is too large."""
    try:
        body = await read_capped(request, _LARGEST_FORM)
    except BodyTooLarge:
        raise HTTPException(413) from None
    return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS))


def closed(refusal: Exception, *, title: str, words: str) -> Response:
    """Say that a link does not open any more, and which words in the chat bring a new one."""
    unavailable = isinstance(refusal, StorageUnavailable)
    status = 503 if unavailable else 403
    return page("link_closed.html", status, title=title, words=words, unavailable=unavailable)
