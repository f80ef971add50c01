"""The life of one message: deduplicate, identify, shield, converse, render, deliver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, replace

from bot import guard, words
from bot.choices import picked, without_slash
from bot.delivery import MORE, Answer, AnswerState, Listener, Pending, choices_of, fold
from bot.failures import Failures, TurnWaits
from bot.holding import Holding
from bot.lanes import Lanes
from bot.messages import ChannelName, Choice, EngineReply, Inbound, Outbound
from bot.pictures import Pictures, is_picture_choice
from bot.places import named_counties
from bot.ports import (
    Conversations,
    Desk,
    DialogueEngine,
    Inbox,
    Presenter,
    StorageUnavailable,
    Turn,
    TurnState,
    Vault,
)
from bot.safety.danger import around_danger, danger_in
from bot.safety.reading import read
from bot.shield import Shielded, shield
from enrolment.model.handover import HandoverReason
from enrolment.model.plan import Plan
from enrolment.ports import Clock

_EXCERPT = 400
"""So many characters around a word of danger are kept of a message that is too long."""


class Turns:
    """Answers messages, each once, in order within a conversation.

    `served` gives the plan of every county served; `desk` is where people take conversations over, which are
    then recorded and not answered; `pictures` answers those of channels that send any.
    """

    def __init__(  # noqa: PLR0913 - a port for each thing a turn needs
        self,
        *,
        inbox: Inbox,
        conversations: Conversations,
        vault: Vault,
        engine: DialogueEngine,
        presenter: Presenter,
        clock: Clock,
        served: Callable[[], Sequence[Plan]],
        desk: Desk,
        pictures: Pictures | None = None,
    ) -> None:
        self._inbox = inbox
        self._conversations = conversations
        self._vault = vault
        self._engine = engine
        self._presenter = presenter
        self._clock = clock
        self._served = served
        self._desk = desk
        self._pictures = pictures
        self._failures = Failures(inbox, clock)
        self._lanes = Lanes()
        self._holding = Holding()

    async def take(self, inbound: Inbound, listener: Listener | None = None) -> Answer:
        """Answer one message of a guardian; the same key again gives the same answer.

        Never raises for a part that is down: the answer is then a plain sentence and says what became of
        the message.
        """
        accepted = await self.accept(inbound)
        return (
            accepted if isinstance(accepted, Answer) else await self.answer(accepted, listener or Listener())
        )

    async def accept(self, inbound: Inbound) -> Turn | Answer:
        """Record a message, or find the turn that has it; an Answer when there is nothing to record."""
        text = guard.tidy(inbound.text)
        if len(text) >= guard.LONGEST:
            # Too long to be answered, but not to be heard where a life is in danger.
            text = around_danger(text, _EXCERPT) or text
        inbound = replace(inbound, text=text)
        if not inbound.picture and (refusal := guard.refuse_kindly(inbound.text)):
            return Answer((refusal,))
        try:
            await self.record_held()
            return await self._record(inbound)
        except StorageUnavailable:
            if self._holding.keep(inbound):
                return Answer(_meanwhile(inbound), AnswerState.WAITING)
            return Answer((words.NOT_KEPT,), AnswerState.NOT_KEPT)

    async def record_held(self) -> None:
        """Write down what came while the database was away; raise StorageUnavailable when it still is."""
        await self._holding.hand_over(self._record)

    async def signal(
        self, conversation_id: str, text: str, key: str, listener: Listener | None = None
    ) -> Answer:
        """Tell the engine of something that happened outside the chat.

        What it says waits to be delivered, unless a listener carries it to the guardian. Raises
        StorageUnavailable when it could not even be recorded.
        """
        channel = await self._conversations.channel_of(conversation_id)
        inbound = Inbound(channel, conversation_id, key, text, self._clock.now())
        return await self.answer(await self._inbox.record(inbound, conversation_id), listener)

    async def answer(self, turn: Turn, listener: Listener | None) -> Answer:
        """Bring a recorded turn to its answer, or join where that is under way."""
        if turn.state is TurnState.ANSWERED and turn.delivered:
            return Answer(turn.replies, turn=turn)
        return await self._lanes.run(turn.id, turn.conversation_id, lambda: self._in_its_lane(turn), listener)

    def under_way(self, turn: Turn) -> bool:
        """Whether somebody is answering a turn right now."""
        return self._lanes.runs(turn.id)

    def quiet(self, conversation_id: str) -> AbstractAsyncContextManager[None]:
        """While entered, no message of this conversation is being answered in this process."""
        return self._lanes.lane(conversation_id)

    async def pending(self, channel: ChannelName, address: str) -> Pending:
        """Hand over the late replies of a conversation; raise StorageUnavailable."""
        conversation_id = await self._conversations.find_or_open(channel, address)
        async with self._lanes.lane(conversation_id):
            unfinished = await self._inbox.unfinished(conversation_id)
            late = [turn for turn in unfinished if turn.state is TurnState.ANSWERED]
            await self._inbox.mark_delivered(late)
        waiting = len(late) < len(unfinished) or self._holding.holds_of(channel, address)
        return Pending(fold(late, ()), waiting=waiting)

    async def hold_back(self, turn: Turn, rest: str) -> None:
        """Keep the end of a reply that was too long for its channel; it comes before the next reply."""
        key = f"rest:{turn.id}"
        inbound = Inbound(turn.inbound.channel, turn.conversation_id, key, MORE, self._clock.now())
        kept = await self._inbox.record(inbound, turn.conversation_id)
        if kept.state is TurnState.WAITING:
            await self._inbox.answer(kept, (Outbound(rest),))

    async def _record(self, inbound: Inbound) -> Turn:
        """Identify the conversation and write the message down, in the order messages came in."""
        async with self._lanes.lane(f"{inbound.channel}:{inbound.address}"):
            conversation_id = await self._conversations.find_or_open(inbound.channel, inbound.address)
            return await self._inbox.record(inbound, conversation_id)

    async def _in_its_lane(self, turn: Turn) -> Answer:
        """Answer what came before this turn, then the turn itself, with late replies in front."""
        try:
            unfinished = await self._inbox.unfinished(turn.conversation_id)
            late = [one for one in unfinished if one.state is TurnState.ANSWERED and one.id != turn.id]
            waiting = [one for one in unfinished if one.state is TurnState.WAITING]
            late += [
                await self._live_or_apologise(earlier, ())
                for earlier in waiting
                if earlier.sequence < turn.sequence
            ]
            if any(one.id == turn.id for one in waiting):
                answered = await self._live_or_apologise(turn, [one for one in late if not one.delivered])
            else:
                answered = await self._answered_meanwhile(turn)
        except (TurnWaits, StorageUnavailable):
            return Answer(_meanwhile(turn.inbound), AnswerState.WAITING, turn)
        return Answer(answered.replies, turn=answered)

    async def _answered_meanwhile(self, turn: Turn) -> Turn:
        answered = await self._inbox.record(turn.inbound, turn.conversation_id)
        if self._lanes.heard(turn.id):
            await self._inbox.mark_delivered([answered])
        return answered

    async def _live_or_apologise(self, turn: Turn, late: Sequence[Turn]) -> Turn:
        try:
            return await self._live(turn, late)
        except Exception as error:  # noqa: BLE001 - whatever failed, the guardian gets a sentence and not silence
            if not await self._failures.is_beyond_help(turn, error):
                raise TurnWaits from None
            return await self._inbox.answer(turn, (words.GIVEN_UP,), delivered=self._lanes.heard(turn.id))

    async def _live(self, turn: Turn, late: Sequence[Turn]) -> Turn:
        """The steps of one turn, in order."""
        if late and turn.inbound.text == MORE:
            return await self._deliver(turn, late, (), ())
        offered = await self._conversations.offered(turn.conversation_id)
        replies = await self._about_danger(turn)
        if not replies and await self._desk.has(turn.conversation_id):
            return await self._deliver(turn, late, (), offered)
        replies = replies or await self._about_pictures(turn, offered)
        replies = replies or await self._about_the_case(turn, offered)
        return await self._deliver(turn, late, replies, offered)

    async def _about_danger(self, turn: Turn) -> tuple[Outbound, ...]:
        """Answer words of danger at once, whoever has the conversation, and call a person."""
        danger = None if turn.internal else danger_in(turn.inbound.text)
        if danger is None:
            return ()
        await self._desk.call(turn.conversation_id, HandoverReason.SAFETY)
        return (words.IN_DANGER[danger],)

    async def _about_the_case(self, turn: Turn, offered: Sequence[Choice]) -> tuple[Outbound, ...]:
        """Ask the engine, unless the message is of a kind it could not read."""
        value = None if turn.internal else picked(turn.inbound.text, offered)
        text = value or turn.inbound.text
        if not (value or turn.internal):
            reading = read(without_slash(text))
            if reading.answer is not None:
                return (reading.answer,)
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
        metadata = {
            "today": self._clock.today().isoformat(),
            "now": self._clock.now().isoformat(),
            "channel": turn.inbound.channel.value,
            "findings": [asdict(finding) for finding in message.findings],
            "counties": named_counties(message.text, self._served()),
        }
        return await self._engine.converse(turn.conversation_id, turn.inbound.key, message.text, metadata)

    async def _render(self, turn: Turn, said: Sequence[EngineReply]) -> tuple[Outbound, ...]:
        opened = [await self._presenter.open(turn.conversation_id, reply) for reply in said]
        return tuple(opened) or (words.NOTHING_SAID,)

    async def _deliver(
        self, turn: Turn, late: Sequence[Turn], own: Sequence[Outbound], offered: Sequence[Choice]
    ) -> Turn:
        """Record the replies with the late ones in front of them, and what they offer."""
        replies = fold(late, own)
        choices = choices_of(replies)
        if choices != tuple(offered):
            await self._conversations.offer(turn.conversation_id, choices)
        answered = await self._inbox.answer(turn, replies, delivered=self._lanes.heard(turn.id))
        if late:
            await self._inbox.mark_delivered(late)
        return answered


def _meanwhile(inbound: Inbound) -> tuple[Outbound, ...]:
    """What is said while a message waits: help in danger needs no database and no engine."""
    danger = danger_in(inbound.text)
    return (words.IN_DANGER[danger], words.RECOVERING) if danger else (words.RECOVERING,)
