"""Pictures sent in a chat: ask which paper they show, put them there, say what is still missing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import structlog

from bot.messages import Choice, Link, Outbound
from enrolment.model.papers.advice import WORDS, Advice
from enrolment.model.papers.refusals import PaperRefused, PapersUnavailable, PicturesUnavailable
from enrolment.paper_ports import PaperImages, PaperReader, PictureSource
from enrolment.ports import BeginWork, Clock, Ids, Plans
from enrolment.services.papers.file_pictures import FilePictures, PaperPlace, file_pictures, find_places
from enrolment.services.papers.hold_pictures import hold_picture, let_go

log = structlog.get_logger()

_MARK = "/paper"
_HELD = "/held"
_NONE_ASKED = Outbound("谢谢您。您现在不需要交照片材料，这张照片我没有存。有问题您直接打字问我。")
_LEFT = Outbound("好的，刚才的照片我没有存。")
_AWAY = "照片这会儿取不过来，没有存上。请您过几分钟点“再试一次”，或者点下面的链接直接上传。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Answers pictures; `link` makes the page of an application's papers."""

    source: PictureSource
    begin: BeginWork
    plans: Plans
    reader: PaperReader
    images: PaperImages
    ids: Ids
    clock: Clock
    link: Callable[[str, str], str]

    async def take(self, conversation_id: str, picture: str, offered: Sequence[Choice]) -> Outbound:
        """Answer a picture: keep it where one paper alone is asked for, else ask which one it shows.

        Pictures that were asked about before and not placed yet go with it.
        """
        media = (*_media_of(offered), picture)
        places = await asyncio.to_thread(self._places, conversation_id)
        if not places:
            return _NONE_ASKED
        if len(places) == 1:
            return await self._file(conversation_id, places[0], media)
        count = f"{len(media)}张照片" if len(media) > 1 else "照片"
        choices = (*(_choice(place, media) for place in places), _leave(media))
        return Outbound(f"收到{count}了。是哪一份材料？您选好，我才存得进去。", choices)

    async def keep(self, conversation_id: str, picture: str) -> str:
        """Keep a picture without a word where one paper alone is asked for; give that paper, else nothing.

        Any other is held for the person who has the conversation: the platform will not keep it for long.
        """
        places = await asyncio.to_thread(self._places, conversation_id)
        if len(places) == 1:
            with suppress(PaperRefused, PicturesUnavailable, PapersUnavailable):
                await self._fetch(conversation_id, places[0], (picture,))
                return places[0].title
        await self.hold(conversation_id, (picture,))
        return ""

    async def hold(self, conversation_id: str, media: Sequence[str]) -> None:
        """Hold pictures for the person who has the conversation; what cannot be had now is left for later."""
        for each in media:
            try:
                await hold_picture(
                    conversation_id,
                    each,
                    source=self.source,
                    begin=self.begin,
                    reader=self.reader,
                    images=self.images,
                    ids=self.ids,
                    clock=self.clock,
                )
            except (PaperRefused, PicturesUnavailable, PapersUnavailable) as error:
                log.warning("picture_not_held", conversation=conversation_id, error=type(error).__name__)

    async def ask(self, conversation_id: str, media: Sequence[str]) -> tuple[Outbound, ...]:
        """Ask which paper pictures show that came while a person had the conversation."""
        asked = await self.take(conversation_id, media[-1], (held(media[:-1]),))
        return () if asked is _NONE_ASKED else (asked,)

    async def put(self, conversation_id: str, value: str) -> Outbound:
        """Put pictures with the paper a choice says."""
        told = json.loads(value.removeprefix(_MARK))
        if "document" not in told:
            await self._let_go(conversation_id, told.get("media", ()))
            return _LEFT
        places = await asyncio.to_thread(self._places, conversation_id)
        wanted = (told["application"], told["document"])
        place = next((each for each in places if (each.application_id, each.document) == wanted), None)
        if place is None:
            await self._let_go(conversation_id, told["media"])
            return _NONE_ASKED
        return await self._file(conversation_id, place, tuple(told["media"]))

    async def _let_go(self, conversation_id: str, media: Sequence[str]) -> None:
        """Hold pictures no more, so that nothing is kept of what is said not to be."""
        await asyncio.to_thread(let_go, conversation_id, media, begin=self.begin, images=self.images)

    def _places(self, conversation_id: str) -> tuple[PaperPlace, ...]:
        return find_places(conversation_id, begin=self.begin, plans=self.plans)

    async def _file(self, conversation_id: str, place: PaperPlace, media: tuple[str, ...]) -> Outbound:
        link = Link("看一看、交材料", self.link(place.application_id, conversation_id))
        try:
            advice = await self._fetch(conversation_id, place, media)
        except PaperRefused as refused:
            return Outbound(refused.words, link=link)
        except (PicturesUnavailable, PapersUnavailable):
            return Outbound(
                _AWAY, (Choice("再试一次", _choice(place, media).value), _leave(media)), link=link
            )
        lines = [f"存好了，放在“{place.title}”里。", *(WORDS[each] for each in advice)]
        lines.append(await asyncio.to_thread(self._still_missing, conversation_id, place.application_id))
        return Outbound("\n".join(lines), link=link)

    async def _fetch(
        self, conversation_id: str, place: PaperPlace, media: tuple[str, ...]
    ) -> tuple[Advice, ...]:
        return await file_pictures(
            FilePictures(conversation_id, place.application_id, place.document, media),
            source=self.source,
            begin=self.begin,
            reader=self.reader,
            images=self.images,
            ids=self.ids,
            clock=self.clock,
        )

    def _still_missing(self, conversation_id: str, application_id: str) -> str:
        places = [each for each in self._places(conversation_id) if each.application_id == application_id]
        missing = "、".join(place.title for place in places if not place.given)
        if missing:
            return f"还差：{missing}。接着发照片就行。"
        return "要的材料都有照片了。还有别的页接着发；没有了，点下面的链接看一看，再点“交上去”。"


def held(media: Sequence[str]) -> Choice:
    """Pictures nobody was asked about yet, kept as a choice that is never shown."""
    return Choice("", _HELD + json.dumps(list(media)))


def media_held(offered: Sequence[Choice]) -> tuple[str, ...]:
    """The pictures nobody was asked about yet."""
    return tuple(
        media
        for choice in offered
        if choice.value.startswith(_HELD)
        for media in json.loads(choice.value.removeprefix(_HELD))
    )


def is_picture_choice(value: str | None) -> bool:
    """Whether a picked choice says which paper pictures show."""
    return value is not None and value.startswith(_MARK + "{")


def _choice(place: PaperPlace, media: Sequence[str]) -> Choice:
    told = {"application": place.application_id, "document": place.document, "media": list(media)}
    return Choice(place.title, _MARK + json.dumps(told))


def _leave(media: Sequence[str]) -> Choice:
    return Choice("先不存", _MARK + json.dumps({"media": list(media)}))


def _media_of(offered: Sequence[Choice]) -> tuple[str, ...]:
    """The pictures that an open question is about."""
    told = [
        json.loads(choice.value.removeprefix(_MARK)) for choice in offered if is_picture_choice(choice.value)
    ]
    return (*media_held(offered), *(told[0].get("media", ()) if told else ()))
