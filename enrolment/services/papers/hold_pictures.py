"""Hold pictures for the person who has a conversation: the channel keeps them for a few days only."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence

from enrolment.model.papers.held import MOST_HELD, HeldPicture
from enrolment.model.papers.page import Picture, PictureSize
from enrolment.model.papers.refusals import PageUnknown, TooManyPages
from enrolment.paper_ports import PaperImages, PaperReader, PictureSource
from enrolment.ports import BeginWork, Clock, Ids
from enrolment.services.papers.dropping import drop


async def hold_picture(
    conversation_id: str,
    media: str,
    *,
    source: PictureSource,
    begin: BeginWork,
    reader: PaperReader,
    images: PaperImages,
    ids: Ids,
    clock: Clock,
) -> None:
    """Fetch a picture, open it and keep it sealed; one that is held already is left as it is.

    Raises a PaperRefused that says why not, PictureGone among them, PicturesUnavailable, PapersUnavailable.
    """
    if await asyncio.to_thread(_is_held, conversation_id, media, begin):
        return
    pictures = await reader.read(await source.fetch(media))
    held = [_held(conversation_id, media, picture, ids.new(), clock) for picture in pictures]
    await asyncio.to_thread(_keep, held, pictures, begin, images)


def held_pictures(
    conversation_id: str, media: str, *, begin: BeginWork, images: PaperImages
) -> tuple[Picture, ...]:
    """The pictures held under a channel's name, opened, none where it is not; raise PapersUnavailable."""
    with begin() as work:
        held = [each for each in work.held_pictures.of_conversation(conversation_id) if each.media == media]
        keys = [work.held_pictures.key_of(conversation_id, each.id) for each in held]
    try:
        return tuple(_opened(each, key, images) for each, key in zip(held, keys, strict=True))
    except PageUnknown:
        return ()


def let_go(conversation_id: str, media: Collection[str], *, begin: BeginWork, images: PaperImages) -> None:
    """Hold these pictures no more: they are kept with a paper, or the guardian wants none of them kept."""
    with begin() as work:
        held = [
            each.id for each in work.held_pictures.of_conversation(conversation_id) if each.media in media
        ]
        for picture_id in held:
            work.held_pictures.remove(picture_id)
        work.commit()
    drop(images, held)


def _is_held(conversation_id: str, media: str, begin: BeginWork) -> bool:
    """Whether it is held; raise TooManyPages where a conversation has as many as it may have."""
    with begin() as work:
        held = work.held_pictures.of_conversation(conversation_id)
    if any(each.media == media for each in held):
        return True
    if len(held) >= MOST_HELD:
        raise TooManyPages("the conversation has as many pictures as may be held")
    return False


def _keep(
    held: Sequence[HeldPicture], pictures: Sequence[Picture], begin: BeginWork, images: PaperImages
) -> None:
    """Keep pictures and their rows, all or none."""
    try:
        keys = [images.put(each.id, picture) for each, picture in zip(held, pictures, strict=True)]
        with begin() as work:
            for each, key in zip(held, keys, strict=True):
                work.held_pictures.add(each, key)
            work.commit()
    except BaseException:
        drop(images, [each.id for each in held])
        raise


def _held(conversation_id: str, media: str, picture: Picture, picture_id: str, clock: Clock) -> HeldPicture:
    return HeldPicture(
        id=picture_id,
        conversation_id=conversation_id,
        media=media,
        width=picture.width,
        height=picture.height,
        advice=picture.advice,
        sent_at=clock.now(),
    )


def _opened(held: HeldPicture, key: bytes, images: PaperImages) -> Picture:
    full, small = (images.get(held.id, size, key) for size in (PictureSize.FULL, PictureSize.SMALL))
    return Picture(full, small, held.width, held.height, held.advice)
