"""Stand-ins for what a conversation needs: an inbox in memory, an engine that says what it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.messages import ChannelName, Choice, EngineReply, Inbound, Outbound
from bot.ports import EngineUnavailable, StorageUnavailable, Turn, TurnState
from bot.turn import Turns
from enrolment.model.handover import HandoverReason
from tests.fakes.clock import FrozenClock
from tests.fakes.plans import demonstration_plan

ADDRESS = "browser-1"


@dataclass(frozen=True, slots=True)
class Heard:
    """One message as the engine got it."""

    conversation_id: str
    key: str
    text: str
    metadata: Mapping[str, object]


Answering = Callable[[Heard], Sequence[EngineReply]]


def echo(heard: Heard) -> Sequence[EngineReply]:
    """Say back what was heard."""
    return (EngineReply(f"您说：{heard.text}"),)


class FakeEngine:
    """Implements `DialogueEngine`: idempotent by key; `failure` is raised while set.

    `refused` conversations fail alone; `gate` holds answers back; `entered` are the keys that came in.
    """

    def __init__(self, answering: Answering = echo) -> None:
        self.answering = answering
        self.heard: list[Heard] = []
        self.failure: Exception | None = None
        self.refused: set[str] = set()
        self.entered: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self._answered: dict[tuple[str, str], Sequence[EngineReply]] = {}

    async def converse(
        self, conversation_id: str, key: str, text: str, metadata: Mapping[str, object]
    ) -> Sequence[EngineReply]:
        """Answer once per key."""
        self.entered.append(key)
        await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        if conversation_id in self.refused:
            raise EngineUnavailable("engine")
        known = (conversation_id, key)
        if known not in self._answered:
            self.heard.append(Heard(conversation_id, key, text, metadata))
            self._answered[known] = self.answering(self.heard[-1])
        return self._answered[known]

    async def healthy(self) -> bool:
        """Whether it would answer."""
        return self.failure is None


class FakeInbox:
    """Implements `Inbox`; `commits` counts what was written.

    `down` makes it refuse, `read_only` makes it refuse to write.
    """

    def __init__(self) -> None:
        self.turns: dict[str, Turn] = {}
        self.down = False
        self.read_only = False
        self.failure: Exception | None = None
        self.commits = 0

    async def record(self, inbound: Inbound, conversation_id: str) -> Turn:
        """Store a message once."""
        self._check()
        for turn in self.turns.values():
            same = (turn.inbound.channel, turn.inbound.address, turn.inbound.key)
            if same == (inbound.channel, inbound.address, inbound.key):
                return turn
        sequence = len(self.turns) + 1
        return self._store(Turn(f"turn-{sequence}", sequence, conversation_id, inbound, TurnState.WAITING))

    async def answer(self, turn: Turn, replies: Sequence[Outbound], *, delivered: bool = False) -> Turn:
        """Store replies; the first answer stands."""
        self._check()
        stored = self.turns[turn.id]
        if stored.state is TurnState.ANSWERED:
            return stored
        return self._store(
            replace(stored, state=TurnState.ANSWERED, replies=tuple(replies), delivered=delivered)
        )

    async def attempted(self, turn: Turn) -> Turn:
        """Count a failed try."""
        self._check()
        stored = self.turns[turn.id]
        return self._store(replace(stored, attempts=stored.attempts + 1))

    async def waiting(self, limit: int) -> Sequence[Turn]:
        """Turns without an answer."""
        self._check()
        return [turn for turn in self.turns.values() if turn.state is TurnState.WAITING][:limit]

    async def unfinished(self, conversation_id: str) -> Sequence[Turn]:
        """Turns without an answer, or with one not delivered."""
        self._check()
        mine = (turn for turn in self.turns.values() if turn.conversation_id == conversation_id)
        return [turn for turn in mine if turn.state is TurnState.WAITING or not turn.delivered]

    async def mark_delivered(self, turns: Sequence[Turn]) -> None:
        """Remember what reached the guardian."""
        self._check()
        for turn in turns:
            self._store(replace(self.turns[turn.id], delivered=True))

    def _store(self, turn: Turn) -> Turn:
        if self.read_only:
            raise StorageUnavailable
        self.turns[turn.id] = turn
        self.commits += 1
        return turn

    def _check(self) -> None:
        if self.failure is not None:
            raise self.failure
        if self.down:
            raise StorageUnavailable


class FakeConversations:
    """Implements `Conversations`."""

    def __init__(self) -> None:
        self.ids: dict[tuple[ChannelName, str], str] = {}
        self.choices: dict[str, Sequence[Choice]] = {}
        self.down = False
        self.failure: Exception | None = None

    async def find_or_open(self, channel: ChannelName, address: str) -> str:
        """One id per address."""
        if self.failure is not None:
            raise self.failure
        if self.down:
            raise StorageUnavailable
        return self.ids.setdefault((channel, address), f"conversation-{len(self.ids) + 1}")

    async def offered(self, conversation_id: str) -> Sequence[Choice]:
        """The last choices."""
        return self.choices.get(conversation_id, ())

    async def offer(self, conversation_id: str, choices: Sequence[Choice]) -> None:
        """Remember choices."""
        self.choices[conversation_id] = choices

    async def channel_of(self, conversation_id: str) -> ChannelName:
        """The channel of an id."""
        return next(channel for (channel, _), known in self.ids.items() if known == conversation_id)


class FakeVault:
    """Implements `Vault`; `kept` is what it holds, by reference."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, str, str]] = {}

    async def keep(self, conversation_id: str, kind: str, value: str) -> str:
        """Keep one value."""
        reference = f"ref-{len(self.kept) + 1}"
        self.kept[reference] = (conversation_id, kind, value)
        return reference


class FakeDesk:
    """Implements `Desk`: `taken` are with a person, `called` says who was handed over and why."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.called: list[tuple[str, HandoverReason]] = []
        self.pictures: list[tuple[str, str]] = []
        self.down = False

    async def has(self, conversation_id: str) -> bool:
        """Whether a person has it."""
        self._check()
        return conversation_id in self.taken

    async def note_picture(self, conversation_id: str, paper: str) -> None:
        """Note the picture."""
        self._check()
        self.pictures.append((conversation_id, paper))

    async def call(self, conversation_id: str, reason: HandoverReason) -> None:
        """Note the call."""
        self._check()
        self.called.append((conversation_id, reason))

    def _check(self) -> None:
        if self.down:
            raise StorageUnavailable


class FakeCounters:
    """Implements `Counters`."""

    def __init__(self) -> None:
        self.totals: dict[str, int] = {}
        self.down = False

    async def add(self, name: str) -> None:
        """Count one more."""
        if self.down:
            raise StorageUnavailable
        self.totals[name] = self.totals.get(name, 0) + 1


class PlainPresenter:
    """Implements `Presenter` for replies that refer to nobody; `failure` is raised while set."""

    def __init__(self) -> None:
        self.failure: Exception | None = None

    async def open(self, conversation_id: str, reply: EngineReply) -> Outbound:  # noqa: ARG002 - the port's
        """Pass text and choices on."""
        if self.failure is not None:
            raise self.failure
        return Outbound(reply.text, reply.choices)


class Chat:
    """A conversation wired from fakes, with a guardian's messages as short calls."""

    def __init__(self, answering: Answering = echo) -> None:
        self.clock = FrozenClock()
        self.engine = FakeEngine(answering)
        self.inbox = FakeInbox()
        self.conversations = FakeConversations()
        self.vault = FakeVault()
        self.presenter = PlainPresenter()
        self.desk = FakeDesk()
        self.turns = self.new_process()

    def new_process(self) -> Turns:
        """The same storage under a process that remembers nothing."""
        return Turns(
            inbox=self.inbox,
            conversations=self.conversations,
            vault=self.vault,
            engine=self.engine,
            presenter=self.presenter,
            clock=self.clock,
            served=lambda: [demonstration_plan()],
            desk=self.desk,
        )

    async def say(self, text: str, key: str = "") -> list[str]:
        """Send a message and give the texts of the replies."""
        answer = await self.turns.take(self.message(text, key))
        return [reply.text for reply in answer.replies]

    def message(self, text: str, key: str = "", address: str = ADDRESS) -> Inbound:
        """A message under a key, by default a new one."""
        key = key or f"key-{len(self.inbox.turns) + 1}"
        return Inbound(ChannelName.WEB, address, key, text, self.clock.now())


async def until(condition: Callable[[], bool]) -> None:
    """Let other tasks run until something holds; a test that waits in vain ends by its own assertion."""
    for _ in range(1_000):
        if condition():
            return
        await asyncio.sleep(0)
