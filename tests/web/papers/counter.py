"""The papers' page over fakes, with a link to come in by."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from enrolment.model.application import Application
from enrolment.paper_ports import PaperImages, PaperReader
from storage.papers.links import PaperLinks
from tests.fakes.paper_office import PaperOffice
from tests.web.site import Site
from web.pages.papers.desk import PaperDesk

KEY = b"k" * 32


@dataclass(slots=True)
class Counter:
    """A site with the papers' page."""

    papers: PaperOffice = field(default_factory=PaperOffice)
    reader: PaperReader | None = None
    images: PaperImages | None = None
    site: Site = field(init=False)

    def __post_init__(self) -> None:
        """Join the page to the office."""
        office = self.papers.office
        desk = PaperDesk(
            make_link=self.links("http://ruxue.test").url,
            read_link=self.links("http://ruxue.test").read,
            begin=office.store.begin,
            plans=office.plans,
            reader=self.reader or self.papers.reader,
            images=self.images or self.papers.images,
            ids=self.papers.ids,
            clock=office.clock,
        )
        self.site = Site(office=office, papers=desk)

    def links(self, address: str) -> PaperLinks:
        """What signs the links."""
        return PaperLinks(KEY, self.papers.office.clock, address)

    def link(self, application: Application, conversation: str = "") -> str:
        """The link's path and query."""
        url = self.links("http://ruxue.test").url(
            application.id, conversation or self.papers.office.conversation
        )
        parts = urlsplit(url)
        return f"{parts.path}?{parts.query}"

    @asynccontextmanager
    async def visitor(self, application: Application | None = None) -> AsyncIterator[httpx.AsyncClient]:
        """A browser that came by the link, or by none."""
        async with self.site.client() as client:
            if application is not None:
                answer = await client.get(self.link(application))
                assert answer.status_code == 303
            yield client


def photo(content: bytes = b"a photo", name: str = "page") -> dict[str, tuple[str, bytes, str]]:
    """A form's file."""
    return {"page": (name, content, "image/jpeg")}
