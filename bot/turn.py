"""The life of one message: deduplicate, identify, shield, converse, render, deliver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

from bot import guard, words
from bot.delivery import MORE, Answer, AnswerState, Listener, Pending, choices_of, fold
from bot.failures import Failures, TurnWaits
from bot.holding import Holding
from bot.lanes import Lanes
from bot.messages import ChannelName, Choice, Inbound, Outbound
from bot.pictures import Pictures, held
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
from bot.replying import Replying
from bot.safety.danger import around_danger, danger_in
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
        self._clock = clock
        self._desk = desk
        self._replying = Replying(
            vault=vault,
            engine=engine,
            presenter=presenter,
            clock=clock,
            served=served,
            desk=desk,
            pictures=pictures,
        )
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
            if not await self._is_a_persons(inbound):
                return Answer((refusal,))
            if not inbound.text:
                return Answer(())
            inbound = replace(inbound, text=inbound.text[: guard.LONGEST])
        try:
            await self.record_held()
            return await self._record(inbound)
        except StorageUnavailable:
            if self._holding.keep(inbound):
                return Answer(_meanwhile(inbound), AnswerState.WAITING)
            return Answer((words.NOT_KEPT,), AnswerState.NOT_KEPT)

    async def with_a_person(self, channel: ChannelName, address: str) -> bool:
        """Whether a person has the conversation of an address; raise StorageUnavailable."""
        return await self._desk.has(await self._conversations.find_or_open(channel, address))

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
        replies, unplaced = await self._replying.to(turn, offered)
        return await self._deliver(turn, late, replies, offered, unplaced)

    async def _is_a_persons(self, inbound: Inbound) -> bool:
        try:
            return await self.with_a_person(inbound.channel, inbound.address)
        except StorageUnavailable:
            return False

    async def _deliver(
        self,
        turn: Turn,
        late: Sequence[Turn],
        own: Sequence[Outbound],
        offered: Sequence[Choice],
        unplaced: Sequence[str] = (),
    ) -> Turn:
        """Record the replies with the late ones in front, what they offer, and pictures to ask about."""
        replies = fold(late, own)
        choices = (*choices_of(replies), *((held(unplaced),) if unplaced else ()))
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
