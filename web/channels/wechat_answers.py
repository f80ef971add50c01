"""What a WeChat message is answered with, inside the platform's five seconds or at its next call."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot.delivery import Answer, AnswerState, Listener
from bot.messages import ChannelName, Inbound, Outbound
from bot.ports import StorageUnavailable, Turn
from integrations.wechat import words
from integrations.wechat.drawing import draw, first_page
from integrations.wechat.incoming import Incoming, IncomingKind
from web.channels.counties import example_name, served_name, tell_county
from web.deps import Deps

log = structlog.get_logger()

SILENT = ""
# The platform asks again after 5 s, three times in all: what comes 9 s after the first is the last.
_LAST_CALL = timedelta(seconds=9)
# An answer that was just being recorded as on its way is waited for this long.
_GRACE_SECONDS = 0.25
# How far past the platform's 5 s a silent answer is held back, counted from the reply limit.
_SILENCE_SECONDS = 0.9


async def answer(incoming: Incoming, deps: Deps) -> str:
    """The text to reply with; empty to say nothing, so that the platform asks again or lets it be."""
    if incoming.kind in {IncomingKind.IMAGE, IncomingKind.OTHER_MESSAGE}:
        return await _wordless(incoming, deps)
    if incoming.kind is IncomingKind.TEXT or (incoming.scene and served_name(incoming.scene, deps)):
        return await _Call(incoming, deps).answer()
    if incoming.kind is IncomingKind.FOLLOWED:
        return _greeting(deps)
    if incoming.kind is IncomingKind.UNFOLLOWED:
        await _forget(incoming.sender, deps)
    return SILENT


class _Call:
    """One call of the platform about one message."""

    def __init__(self, incoming: Incoming, deps: Deps) -> None:
        self._deps = deps
        self._now = deps.clock.now()
        self._inbound = Inbound(
            ChannelName.WECHAT, incoming.sender, incoming.key, incoming.text, self._now, incoming.picture
        )
        self._scene = incoming.scene
        self._listener = Listener()
        self._turn: Turn | None = None

    async def answer(self) -> str:
        task = asyncio.create_task(self._converse())
        if not await _finished(task, self._deps.wechat_reply_seconds):
            self._listener.listening = False
            if not await _finished(task, _GRACE_SECONDS):
                return await self._late(task)
        return await self._drawn(task.result())

    async def _converse(self) -> Answer:
        if self._scene:
            return await self._preset_county()
        accepted = await self._deps.turns.accept(self._inbound)
        if isinstance(accepted, Answer):
            return accepted
        self._turn = accepted
        return await self._deps.turns.answer(accepted, self._listener)

    async def _preset_county(self) -> Answer:
        inbound = self._inbound
        try:
            conversation_id = await self._deps.conversations.find_or_open(inbound.channel, inbound.address)
            return await tell_county(conversation_id, self._scene, inbound.key, self._listener, self._deps)
        except StorageUnavailable:
            return Answer((Outbound(_greeting(self._deps)),), AnswerState.NOT_KEPT)

    async def _late(self, task: asyncio.Task[Answer]) -> str:
        """Stay silent past the platform's limit while it will ask again; the last time, say so."""
        if self._turn and self._now - self._turn.inbound.received_at >= _LAST_CALL:
            return words.STILL_WORKING
        await _finished(task, _SILENCE_SECONDS)
        return SILENT

    async def _drawn(self, given: Answer) -> str:
        page, rest = first_page(draw(given.replies))
        if given.turn is None or given.state is not AnswerState.ANSWERED:
            return page
        try:
            if rest:
                await self._deps.turns.hold_back(given.turn, rest)
            if not given.turn.delivered:
                await self._deps.inbox.mark_delivered([given.turn])
        except StorageUnavailable:
            log.warning("wechat_reply_held", conversation=given.turn.conversation_id, part="database")
            return SILENT
        return page


def _greeting(deps: Deps) -> str:
    return words.greeting(example_name(deps))


async def _finished(task: asyncio.Task[Answer], seconds: float) -> bool:
    return bool((await asyncio.wait({task}, timeout=seconds))[0])


async def _wordless(incoming: Incoming, deps: Deps) -> str:
    """Answer a picture, a sticker, a voice; say nothing where a person has the conversation."""
    silent = await _is_a_persons(incoming.sender, deps)
    if incoming.picture and (silent or deps.takes_pictures):
        return await _Call(incoming, deps).answer()
    if silent:
        return SILENT
    return await _place_for_pictures(incoming.sender, deps) if incoming.picture else words.ONLY_TEXT


async def _is_a_persons(sender: str, deps: Deps) -> bool:
    """Whether a person has this conversation, and nothing is to be said in it."""
    try:
        return await deps.turns.with_a_person(ChannelName.WECHAT, sender)
    except StorageUnavailable:
        return False


async def _place_for_pictures(sender: str, deps: Deps) -> str:
    """Where papers are asked for, the pages to photograph them on; a picture says nothing else to us."""
    if deps.papers is None:
        return words.ONLY_TEXT
    try:
        conversation_id = await deps.conversations.find_or_open(ChannelName.WECHAT, sender)
        links = await asyncio.to_thread(deps.papers.links_for, conversation_id)
    except StorageUnavailable:
        return words.ONLY_TEXT
    return words.send_pictures_there(links) if links else words.ONLY_TEXT


async def _forget(sender: str, deps: Deps) -> None:
    """Forget the chat and whom it was with; a filed application stays under its own legal basis."""
    try:
        conversation_id = await deps.conversations.find_or_open(ChannelName.WECHAT, sender)
        async with deps.turns.quiet(conversation_id):
            await asyncio.to_thread(deps.forget_chat, conversation_id)
    except StorageUnavailable:
        log.warning("unfollow_not_recorded", part="database")
