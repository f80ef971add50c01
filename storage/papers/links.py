"""Links to an application's papers: signed, for one application and conversation, and only for a while."""

from __future__ import annotations

from datetime import timedelta

from enrolment.model.errors import LinkRefused
from enrolment.model.papers.refusals import PaperLinkRefused
from enrolment.ports import Clock
from storage.page_links import PageLinks

LASTS = timedelta(hours=12)
"""Long enough to find the papers at home in the evening."""


class PaperLinks:
    """Makes and reads links; `address` is where guardians reach the pages, `key` signs."""

    def __init__(self, key: bytes, clock: Clock, address: str) -> None:
        self._key = key
        self._clock = clock
        self._address = address

    def url(self, application_id: str, conversation_id: str) -> str:
        """The address to give to the guardian of this conversation."""
        return self._of(application_id).url(conversation_id)

    def read(self, application_id: str, token: str) -> str:
        """The conversation a link to this application's papers was made for; raise PaperLinkRefused."""
        try:
            return self._of(application_id).read(token)
        except LinkRefused as refused:
            raise PaperLinkRefused(str(refused)) from refused

    def _of(self, application_id: str) -> PageLinks:
        return PageLinks(self._key, self._clock, f"{self._address}/papers/{application_id}", lasts=LASTS)
