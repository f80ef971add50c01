"""Pages of papers, their pictures, and what opens them, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.page import PaperPage, Picture, PictureSize
from enrolment.model.papers.refusals import PageUnknown, PaperRefused, PapersUnavailable

if TYPE_CHECKING:
    from tests.fakes.work import Tables

JPEG = b"\xff\xd8\xff a page"


class FakePapers:
    """Implements `Papers`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def hold(self, application_id: str) -> None:
        """Nobody else is there."""

    def of_application(self, application_id: str) -> Sequence[PaperPage]:
        """Its pages, paper by paper, each paper's in order."""
        mine = [page for page, _ in self._tables.papers.values() if page.application_id == application_id]
        return sorted(mine, key=lambda page: (page.document, page.place))

    def add(self, page: PaperPage, key: bytes) -> None:
        """Store a page."""
        self._tables.papers[page.id] = page, key

    def key_of(self, application_id: str, page_id: str) -> bytes:
        """The key of a page's picture."""
        page, key = self._tables.papers.get(page_id, (None, b""))
        if page is None or page.application_id != application_id:
            raise PageUnknown("there is no such page")
        return key

    def remove(self, page_id: str) -> None:
        """Forget a page."""
        self._tables.papers.pop(page_id, None)

    def arrange(self, page_ids: Sequence[str]) -> None:
        """Give pages their places; one that was removed has none."""
        for place, page_id in enumerate(page_ids, start=1):
            if page_id in self._tables.papers:
                page, key = self._tables.papers[page_id]
                self._tables.papers[page_id] = replace(page, place=place), key

    def hand_in(self, application_id: str, at: datetime) -> None:
        """Mark every page that was not handed in yet."""
        for page in self.of_application(application_id):
            if page.handed_in_at is None:
                self._tables.papers[page.id] = (
                    replace(page, handed_in_at=at),
                    self._tables.papers[page.id][1],
                )


class FakeHeldPictures:
    """Implements `HeldPictures`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of_conversation(self, conversation_id: str) -> Sequence[HeldPicture]:
        """Those of a conversation, in the order they came."""
        return [held for held, _ in self._tables.held.values() if held.conversation_id == conversation_id]

    def add(self, picture: HeldPicture, key: bytes) -> None:
        """Store one."""
        self._tables.held[picture.id] = picture, key

    def key_of(self, conversation_id: str, picture_id: str) -> bytes:
        """The key of one."""
        held, key = self._tables.held.get(picture_id, (None, b""))
        if held is None or held.conversation_id != conversation_id:
            raise PageUnknown("there is no such picture")
        return key

    def remove(self, picture_id: str) -> None:
        """Forget one."""
        self._tables.held.pop(picture_id, None)


@dataclass(slots=True)
class FakeReader:
    """Implements `PaperReader`: gives these pictures, or refuses."""

    pictures: tuple[Picture, ...] = (Picture(JPEG, JPEG, 1200, 1600),)
    refusal: PaperRefused | None = None
    seen: list[bytes] = field(default_factory=list)

    async def read(self, content: bytes) -> Sequence[Picture]:
        """Give the pictures."""
        self.seen.append(content)
        if self.refusal is not None:
            raise self.refusal
        return self.pictures


@dataclass(slots=True)
class FakeImages:
    """Implements `PaperImages`; `down` makes the store not answer."""

    kept: dict[str, Picture] = field(default_factory=dict)
    down: bool = False

    def put(self, page_id: str, picture: Picture) -> bytes:
        """Keep a page."""
        self._reach()
        self.kept[page_id] = picture
        return b"key of " + page_id.encode()

    def get(self, page_id: str, size: PictureSize, key: bytes) -> bytes:
        """The JPEG of a page."""
        self._reach()
        assert key == b"key of " + page_id.encode()
        if page_id not in self.kept:
            raise PageUnknown("there is no such picture")
        picture = self.kept[page_id]
        return picture.full if size is PictureSize.FULL else picture.small

    def delete(self, page_id: str) -> None:
        """Drop a page."""
        self._reach()
        self.kept.pop(page_id, None)

    def _reach(self) -> None:
        if self.down:
            raise PapersUnavailable("the pictures' store did not answer")
