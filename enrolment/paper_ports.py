"""What the papers' services need from outside, as protocols."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from enrolment.model.papers.held import HeldPicture
from enrolment.model.papers.page import PaperPage, Picture, PictureSize


class PaperReader(Protocol):
    """Opens what was uploaded, apart from everything else."""

    async def read(self, content: bytes) -> Sequence[Picture]:
        """Open a picture, or every page of a PDF; raise a PaperRefused that says why not."""
        ...


class PictureSource(Protocol):
    """A channel that keeps the pictures sent through it."""

    async def fetch(self, media: str) -> bytes:
        """The bytes of a picture; raise PictureGone, FileTooLarge, PicturesUnavailable."""
        ...


class PaperImages(Protocol):
    """Where pictures are kept, each sealed under a key of its own. Every method raises PapersUnavailable."""

    def put(self, page_id: str, picture: Picture) -> bytes:
        """Keep a page in both sizes and give the key that opens it."""
        ...

    def get(self, page_id: str, size: PictureSize, key: bytes) -> bytes:
        """The JPEG of a page; raise PageUnknown where it is not kept."""
        ...

    def delete(self, page_id: str) -> None:
        """Drop a page; one that is not there is as good as dropped."""
        ...


class Papers(Protocol):
    """The pages of applications, without their content."""

    def hold(self, application_id: str) -> None:
        """Let nobody else change this application until the transaction ends."""
        ...

    def of_application(self, application_id: str) -> Sequence[PaperPage]:
        """Its pages, paper by paper, each paper's in order."""
        ...

    def add(self, page: PaperPage, key: bytes) -> None:
        """Store a page and the key its picture is sealed under."""
        ...

    def key_of(self, application_id: str, page_id: str) -> bytes:
        """The key of a page's picture; raise PageUnknown for one that is not this application's."""
        ...

    def remove(self, page_id: str) -> None:
        """Forget a page and its key."""
        ...

    def arrange(self, page_ids: Sequence[str]) -> None:
        """Give pages of one paper their places, in this order."""
        ...

    def hand_in(self, application_id: str, at: datetime) -> None:
        """Mark every page that was not handed in yet."""
        ...


class HeldPictures(Protocol):
    """The pictures held for the person who has a conversation, without their content."""

    def of_conversation(self, conversation_id: str) -> Sequence[HeldPicture]:
        """Those of a conversation, in the order they came."""
        ...

    def add(self, picture: HeldPicture, key: bytes) -> None:
        """Store one and the key it is sealed under."""
        ...

    def key_of(self, conversation_id: str, picture_id: str) -> bytes:
        """The key of one; raise PageUnknown for one that is not this conversation's."""
        ...

    def remove(self, picture_id: str) -> None:
        """Forget one and its key."""
        ...
