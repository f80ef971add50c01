"""Links to an application's papers: signed, for one conversation, and only for a while."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from dataclasses import dataclass
from datetime import timedelta

from enrolment.model.papers.refusals import PaperLinkRefused
from enrolment.ports import Clock

LASTS = timedelta(hours=12)
"""Long enough to find the papers at home in the evening."""
LONGEST = 1024
_PURPOSE = b"papers.link"


@dataclass(frozen=True, slots=True)
class PaperLink:
    """Whose papers a link opens: one application, as long as the conversation is its guardian's."""

    application_id: str
    conversation_id: str


class PaperLinks:
    """Makes and reads links; `address` is where guardians reach the pages, `key` signs."""

    def __init__(self, key: bytes, clock: Clock, address: str) -> None:
        self._key = key
        self._clock = clock
        self._address = address

    def url(self, application_id: str, conversation_id: str) -> str:
        """The address to give to the guardian of this conversation."""
        until = int((self._clock.now() + LASTS).timestamp())
        body = _encode(json.dumps([application_id, conversation_id, until]).encode())
        return f"{self._address}/papers/{application_id}?link={body}.{_encode(self._signature(body))}"

    def read(self, token: str) -> PaperLink:
        """Whose papers these are; raise PaperLinkRefused for what was not signed here or is over."""
        body, _, signature = token.partition(".")
        try:
            if len(token) > LONGEST or not hmac.compare_digest(_decode(signature), self._signature(body)):
                raise PaperLinkRefused("the link was not signed here")
            application_id, conversation_id, until = json.loads(_decode(body))
        except (ValueError, binascii.Error) as error:
            raise PaperLinkRefused("this is no link") from error
        if self._clock.now().timestamp() >= until:
            raise PaperLinkRefused("the link's time is over")
        return PaperLink(application_id, conversation_id)

    def _signature(self, body: str) -> bytes:
        return hmac.digest(self._key, b"%s:%s" % (_PURPOSE, body.encode()), "sha256")


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _decode(text: str) -> bytes:
    if not text.isascii():
        raise ValueError("a link is ASCII")
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
