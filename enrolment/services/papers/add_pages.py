"""Add what a guardian photographed to a paper."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from enrolment.model.papers.page import MOST_OF_A_CASE, MOST_OF_A_PAPER, PaperPage, Picture
from enrolment.model.papers.refusals import TooManyPages
from enrolment.paper_ports import PaperImages, PaperReader
from enrolment.ports import BeginWork, Clock, Ids, Work
from enrolment.services.access import owned_case
from enrolment.services.papers.asked import changeable, require_asked, require_open
from enrolment.services.papers.dropping import drop


@dataclass(frozen=True, slots=True)
class AddPages:
    """One upload: a picture, or a PDF whose pages are taken one by one.

    `replaces` is the page that is photographed again; empty to add at the end.
    """

    conversation_id: str
    application_id: str
    document: str
    content: bytes = field(repr=False)
    replaces: str = ""


async def add_pages(
    cmd: AddPages, *, begin: BeginWork, reader: PaperReader, images: PaperImages, ids: Ids, clock: Clock
) -> tuple[PaperPage, ...]:
    """Open the upload, keep its pages sealed, and give them with the advice on each.

    Raises a PaperRefused that says why not, PapersUnavailable, NotSignedIn, CaseNotFound.
    """
    await asyncio.to_thread(require_place, cmd, begin=begin)
    pictures = await reader.read(cmd.content)
    return await asyncio.to_thread(
        keep_pages, cmd, pictures, begin=begin, images=images, ids=ids, clock=clock
    )


def require_place(cmd: AddPages, *, begin: BeginWork) -> None:
    """Raise what adding one page would raise, before anything is opened."""
    with begin() as work:
        _places(cmd, work, 1)


def _places(cmd: AddPages, work: Work, coming: int) -> Sequence[PaperPage]:
    """The paper's pages so far; raise where this upload cannot join them."""
    application = owned_case(work, cmd.application_id, cmd.conversation_id)
    require_open(application)
    require_asked(application, cmd.document)
    pages = work.papers.of_application(cmd.application_id)
    siblings = [page for page in pages if page.document == cmd.document]
    if cmd.replaces:
        changeable(siblings, cmd.replaces)
        coming -= 1
    if len(siblings) + coming > MOST_OF_A_PAPER or len(pages) + coming > MOST_OF_A_CASE:
        raise TooManyPages("the paper or the application has as many pages as it may have")
    return siblings


def keep_pages(
    cmd: AddPages,
    pictures: Sequence[Picture],
    *,
    begin: BeginWork,
    images: PaperImages,
    ids: Ids,
    clock: Clock,
) -> tuple[PaperPage, ...]:
    """Keep opened pages sealed, all or none of them; raise as `add_pages` does."""
    pages = [_page(cmd, picture, ids.new(), clock) for picture in pictures]
    kept: list[str] = []
    try:
        keys = []
        for page, picture in zip(pages, pictures, strict=True):
            kept.append(page.id)
            keys.append(images.put(page.id, picture))
        _record(cmd, list(zip(pages, keys, strict=True)), begin)
    except BaseException:
        drop(images, kept)
        raise
    if cmd.replaces:
        drop(images, [cmd.replaces])
    return tuple(pages)


def _record(cmd: AddPages, keyed: Sequence[tuple[PaperPage, bytes]], begin: BeginWork) -> None:
    with begin() as work:
        work.papers.hold(cmd.application_id)
        order = [page.id for page in _places(cmd, work, len(keyed))]
        for page, key in keyed:
            work.papers.add(page, key)
        new = [page.id for page, _ in keyed]
        if cmd.replaces:
            at = order.index(cmd.replaces)
            order[at : at + 1] = new
            work.papers.remove(cmd.replaces)
        else:
            order += new
        work.papers.arrange(order)
        work.commit()


def _page(cmd: AddPages, picture: Picture, page_id: str, clock: Clock) -> PaperPage:
    return PaperPage(
        id=page_id,
        application_id=cmd.application_id,
        document=cmd.document,
        place=0,
        size=len(picture.full),
        sha256=picture.sha256,
        width=picture.width,
        height=picture.height,
        advice=picture.advice,
        added_at=clock.now(),
    )
