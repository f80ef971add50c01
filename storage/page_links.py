"""Links to a guardian's own pages: signed, for one conversation, and only for a while."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from datetime import timedelta

from enrolment.model.errors import LinkRefused
from enrolment.ports import Clock

LASTS = timedelta(hours=2)
LONGEST = 512


class PageLinks:
    """Makes and reads the links of one page; `page` is its address, and part of what is signed."""

    def __init__(self, key: bytes, clock: Clock, page: str, *, lasts: timedelta = LASTS) -> None:
        self._key = key
        self._clock = clock
        self._page = page
        self._lasts = lasts

    def url(self, conversation_id: str) -> str:
        """The address to give to whoever is in this conversation."""
        until = int((self._clock.now() + self._lasts).timestamp())
        body = _encode(json.dumps([conversation_id, until]).encode())
        return f"{self._page}?link={body}.{_encode(self._signature(body))}"

    def read(self, token: str) -> str:
        """The conversation a link was made for; raise LinkRefused."""
        body, _, signature = token.partition(".")
        try:
            if len(token) > LONGEST or not hmac.compare_digest(_decode(signature), self._signature(body)):
                raise LinkRefused("the link was not made here")
            conversation_id, until = json.loads(_decode(body))
        except ValueError as error:
            raise LinkRefused("this is no link") from error
        if self._clock.now().timestamp() >= until:
            raise LinkRefused("the link's time is over")
        return str(conversation_id)

    def _signature(self, body: str) -> bytes:
        return hmac.digest(self._key, f"page {self._page}\0{body}".encode(), "sha256")


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("not base64") from error
