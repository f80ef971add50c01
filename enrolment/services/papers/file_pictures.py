"""Put pictures that came through a channel with the papers they show."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from enrolment.model.papers.advice import Advice
from enrolment.paper_ports import PaperImages, PaperReader, PictureSource
from enrolment.ports import BeginWork, Clock, Ids, Plans
from enrolment.services.papers.add_pages import AddPages, keep_pages, require_place
from enrolment.services.papers.find_waiting import find_waiting
from enrolment.services.papers.hold_pictures import held_pictures, let_go
from enrolment.services.papers.list_papers import list_papers


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """A paper that pages can be added to now; `given` is how many it has."""

    application_id: str
    document: str
    title: str
    given: int


@dataclass(frozen=True, slots=True)
class FilePictures:
    """Pictures, by the channel's names for them, that show pages of one paper."""

    conversation_id: str
    application_id: str
    document: str
    media: tuple[str, ...]


def find_places(conversation_id: str, *, begin: BeginWork, plans: Plans) -> tuple[PaperPlace, ...]:
    """Every paper asked of this conversation's guardian, those without a page first."""
    applications = find_waiting(conversation_id, begin=begin)
    places = [each for one in applications for each in _places_of(one, conversation_id, begin, plans)]
    return tuple(sorted(places, key=lambda place: place.given > 0))


def _places_of(
    application_id: str, conversation_id: str, begin: BeginWork, plans: Plans
) -> Iterator[PaperPlace]:
    for paper in list_papers(application_id, conversation_id, begin=begin, plans=plans).papers:
        if paper.needed:
            yield PaperPlace(application_id, paper.document, paper.title, len(paper.given))


async def file_pictures(
    cmd: FilePictures,
    *,
    source: PictureSource,
    begin: BeginWork,
    reader: PaperReader,
    images: PaperImages,
    ids: Ids,
    clock: Clock,
) -> tuple[Advice, ...]:
    """Fetch, open and keep each picture once, and give the advice on them.

    A picture the paper has already is not kept again, so that a call cut short can simply be made again. One
    that was held for a person is taken from there, and held no more.
    Raises what `add_pages` raises, PictureGone and PicturesUnavailable.
    """
    advice: list[Advice] = []
    for media in cmd.media:
        page = AddPages(cmd.conversation_id, cmd.application_id, cmd.document, b"")
        await asyncio.to_thread(require_place, page, begin=begin)
        held = await asyncio.to_thread(held_pictures, cmd.conversation_id, media, begin=begin, images=images)
        pictures = held or await reader.read(await source.fetch(media))
        known = await asyncio.to_thread(_known, cmd, begin)
        new = [picture for picture in pictures if picture.sha256 not in known]
        await asyncio.to_thread(keep_pages, page, new, begin=begin, images=images, ids=ids, clock=clock)
        if held:
            await asyncio.to_thread(let_go, cmd.conversation_id, [media], begin=begin, images=images)
        advice += [each for picture in pictures for each in picture.advice]
    return tuple(dict.fromkeys(advice))


def _known(cmd: FilePictures, begin: BeginWork) -> frozenset[str]:
    with begin() as work:
        pages = work.papers.of_application(cmd.application_id)
    return frozenset(page.sha256 for page in pages if page.document == cmd.document)
