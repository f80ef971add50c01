"""The services behind the page, joined to their ports once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from enrolment.model.papers.page import PictureSize
from enrolment.paper_ports import PaperImages, PaperReader
from enrolment.ports import BeginWork, Clock, Ids, Plans
from enrolment.services.papers.add_pages import AddPages, add_pages
from enrolment.services.papers.change_pages import move_page, remove_page
from enrolment.services.papers.find_waiting import find_waiting
from enrolment.services.papers.hand_in import hand_in
from enrolment.services.papers.list_papers import PaperList, list_papers
from enrolment.services.papers.show_page import show_page


class ReadLink(Protocol):
    """Says for which conversation a link to an application's papers was made."""

    def __call__(self, application_id: str, token: str, /) -> str:
        """Read a link; raise PaperLinkRefused."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDesk:
    """What the page works with."""

    make_link: Callable[[str, str], str]
    read_link: ReadLink
    begin: BeginWork
    plans: Plans
    reader: PaperReader
    images: PaperImages
    ids: Ids
    clock: Clock

    def links_for(self, conversation_id: str) -> tuple[str, ...]:
        """Where this conversation's guardian hands in the papers asked for, one link an application."""
        waiting = find_waiting(conversation_id, begin=self.begin)
        return tuple(self.make_link(application_id, conversation_id) for application_id in waiting)


@dataclass(frozen=True, slots=True)
class Visit:
    """One guardian at the desk, about one application."""

    desk: PaperDesk
    application_id: str
    conversation_id: str

    def papers(self) -> PaperList:
        """What is asked for, and what was given."""
        return list_papers(*self._case, begin=self.desk.begin, plans=self.desk.plans)

    async def add(self, document: str, content: bytes, replaces: str) -> None:
        """Add what was uploaded."""
        desk = self.desk
        cmd = AddPages(self.conversation_id, self.application_id, document, content, replaces)
        await add_pages(
            cmd, begin=desk.begin, reader=desk.reader, images=desk.images, ids=desk.ids, clock=desk.clock
        )

    def show(self, page_id: str, size: PictureSize) -> bytes:
        """The JPEG of a page."""
        return show_page(*self._case, page_id, size, begin=self.desk.begin, images=self.desk.images)

    def remove(self, page_id: str) -> None:
        """Take a page away."""
        remove_page(*self._case, page_id, begin=self.desk.begin, images=self.desk.images)

    def move(self, page_id: str, steps: int) -> None:
        """Move a page among those of its paper."""
        move_page(*self._case, page_id, steps, begin=self.desk.begin)

    def hand_in(self) -> None:
        """Hand everything in."""
        hand_in(*self._case, begin=self.desk.begin, plans=self.desk.plans, clock=self.desk.clock)

    @property
    def _case(self) -> tuple[str, str]:
        return self.application_id, self.conversation_id
