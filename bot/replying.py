"""What is said to one message: help in danger, nothing where a person has it, pictures, the dialogue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict

import structlog

from bot import guard, words
from bot.choices import picked, without_slash
from bot.messages import Choice, EngineReply, Outbound
from bot.pictures import Pictures, is_picture_choice, media_held
from bot.places import named_counties
from bot.ports import Desk, DialogueEngine, EngineUnavailable, Presenter, Turn, Vault
from bot.safety.danger import danger_in
from bot.safety.reading import read
from bot.shield import Shielded, shield
from enrolment.model.handover import HandoverReason
from enrolment.model.plan import Plan
from enrolment.ports import Clock

log = structlog.get_logger()

_IN_DANGER = "/in_danger"
_A_MOMENT = 2.0
_TRIED_AGAIN = 5


class Replying:
    """Finds the replies to a message, whoever has to give them."""

    def __init__(
        self,
        *,
        vault: Vault,
        engine: DialogueEngine,
        presenter: Presenter,
        clock: Clock,
        served: Callable[[], Sequence[Plan]],
        desk: Desk,
        pictures: Pictures | None,
    ) -> None:
        self._vault = vault
        self._engine = engine
        self._presenter = presenter
        self._clock = clock
        self._served = served
        self._desk = desk
        self._pictures = pictures

    async def to(self, turn: Turn, offered: Sequence[Choice]) -> tuple[Sequence[Outbound], Sequence[str]]:
        """The replies, and the pictures that nobody was asked about yet."""
        unplaced = media_held(offered)
        replies = await self._about_danger(turn)
        if await self._desk.has(turn.conversation_id):
            return replies, (*unplaced, *await self._kept_for_a_person(turn, unplaced))
        if replies:
            return replies, unplaced
        if unplaced and not turn.inbound.picture:
            # The guardian has not seen them offered: nothing of it can be picked.
            asked = await self._pictures.ask(turn.conversation_id, unplaced) if self._pictures else ()
            return (*await self._about_the_case(turn, ()), *asked), ()
        replies = await self._about_pictures(turn, offered)
        return replies or await self._about_the_case(turn, offered), ()

    async def _about_danger(self, turn: Turn) -> tuple[Outbound, ...]:
        """Answer words of danger at once, whoever has the conversation, and call a person."""
        danger = None if turn.internal else danger_in(turn.inbound.text)
        if danger is None:
            return ()
        await self._desk.call(turn.conversation_id, HandoverReason.SAFETY)
        await self._tell_more(turn)
        return (words.IN_DANGER[danger],)

    async def _tell_more(self, turn: Turn) -> None:
        """Have the dialogue add its summary for the person called; help waits for it a moment at most."""
        told = self._engine.converse(
            turn.conversation_id, f"{turn.inbound.key}:danger", _IN_DANGER, self._about(turn, Shielded(""))
        )
        try:
            await asyncio.wait_for(told, _A_MOMENT)
        except (EngineUnavailable, TimeoutError):
            log.warning("danger_without_summary", conversation=turn.conversation_id)

    async def _kept_for_a_person(self, turn: Turn, unplaced: Sequence[str]) -> tuple[str, ...]:
        """Keep a picture and note it for that person; give it back where nobody said yet what it shows.

        The last few that may not have been had when they came are tried once more.
        """
        if self._pictures and unplaced:
            await self._pictures.hold(turn.conversation_id, unplaced[-_TRIED_AGAIN:])
        picture = turn.inbound.picture
        if not picture:
            return ()
        paper = await self._pictures.keep(turn.conversation_id, picture) if self._pictures else ""
        await self._desk.note_picture(turn.conversation_id, paper)
        return () if paper else (picture,)

    async def _about_the_case(self, turn: Turn, offered: Sequence[Choice]) -> tuple[Outbound, ...]:
        """Ask the engine, unless the message is of a kind it could not read."""
        value = None if turn.internal else picked(turn.inbound.text, offered)
        text = value or turn.inbound.text
        if not (value or turn.internal):
            if refusal := guard.refuse_kindly(text):
                # It was a person's when it came, and is not any more.
                return (refusal,)
            reading = read(without_slash(text))
            if reading.unread is not None:
                return (words.UNREAD[reading.unread],)
            text = reading.text
        known = value is not None or turn.internal
        message = Shielded(text) if known else await self._shield(turn, text)
        return await self._render(turn, await self._converse(turn, message))

    async def _about_pictures(self, turn: Turn, offered: Sequence[Choice]) -> tuple[Outbound, ...]:
        """Answer a picture, or what was asked about one; the engine has no part in it."""
        if self._pictures is None:
            return ()
        if turn.inbound.picture:
            return (await self._pictures.take(turn.conversation_id, turn.inbound.picture, offered),)
        value = None if turn.internal else picked(turn.inbound.text, offered)
        if value is None or not is_picture_choice(value):
            return ()
        return (await self._pictures.put(turn.conversation_id, value),)

    async def _shield(self, turn: Turn, text: str) -> Shielded:
        today = self._clock.today()
        return await shield(without_slash(text), turn.conversation_id, vault=self._vault, today=today)

    async def _converse(self, turn: Turn, message: Shielded) -> Sequence[EngineReply]:
        about = self._about(turn, message)
        return await self._engine.converse(turn.conversation_id, turn.inbound.key, message.text, about)

    def _about(self, turn: Turn, message: Shielded) -> dict[str, object]:
        """What the dialogue is told beside the words."""
        return {
            "today": self._clock.today().isoformat(),
            "now": self._clock.now().isoformat(),
            "channel": turn.inbound.channel.value,
            "findings": [asdict(finding) for finding in message.findings],
            "counties": named_counties(message.text, self._served()),
        }

    async def _render(self, turn: Turn, said: Sequence[EngineReply]) -> tuple[Outbound, ...]:
        opened = [await self._presenter.open(turn.conversation_id, reply) for reply in said]
        return tuple(opened) or (words.NOTHING_SAID,)
