"""What a conversation needs from outside, as protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.messages import ChannelName, Choice, EngineReply, Inbound, Outbound
from enrolment.model.handover import HandoverReason


class EngineUnavailable(Exception):
    """The engine, or something it needs, did not answer; `part` says which (engine, actions, store).

    `passing` is False when the part is there but could not cope with this very message.
    """

    def __init__(self, part: str, *, passing: bool = True) -> None:
        super().__init__(f"{part} did not answer")
        self.part = part
        self.passing = passing


class StorageUnavailable(Exception):
    """The database did not answer or was locked for too long."""


class TurnState(StrEnum):
    """How far a recorded turn is."""

    WAITING = "waiting"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Turn:
    """One row of the inbox: a message, and its replies once there are any.

    `sequence` orders turns as they came in; `delivered` says whether the replies reached the guardian;
    `attempts` counts the tries that failed for the message's own sake, not for an outage.
    """

    id: str
    sequence: int
    conversation_id: str
    inbound: Inbound
    state: TurnState
    replies: tuple[Outbound, ...] = ()
    delivered: bool = False
    attempts: int = 0

    @property
    def internal(self) -> bool:
        """Whether the house recorded it itself: its address is the conversation, unknown outside."""
        return self.inbound.address == self.conversation_id


class DialogueEngine(Protocol):
    """The engine that decides what to say."""

    async def converse(
        self, conversation_id: str, key: str, text: str, metadata: Mapping[str, object]
    ) -> Sequence[EngineReply]:
        """Let the engine answer one message; the same key again gives the same replies.

        Raises EngineUnavailable.
        """
        ...

    async def healthy(self) -> bool:
        """Whether the engine answers."""
        ...


class Inbox(Protocol):
    """Turns, recorded before they run. Every method raises StorageUnavailable when it cannot answer."""

    async def record(self, inbound: Inbound, conversation_id: str) -> Turn:
        """Store a message under its key, or find the turn that already has it."""
        ...

    async def answer(self, turn: Turn, replies: Sequence[Outbound], *, delivered: bool = False) -> Turn:
        """Store the replies of a turn, and whether they are on their way to the guardian already."""
        ...

    async def attempted(self, turn: Turn) -> Turn:
        """Count one more failed try."""
        ...

    async def waiting(self, limit: int) -> Sequence[Turn]:
        """Turns without an answer, oldest first."""
        ...

    async def unfinished(self, conversation_id: str) -> Sequence[Turn]:
        """Turns of a conversation without an answer, or with one not delivered yet, oldest first."""
        ...

    async def mark_delivered(self, turns: Sequence[Turn]) -> None:
        """Remember that the replies of these turns reached the guardian."""
        ...


class Conversations(Protocol):
    """Conversations: which one an address belongs to, and what was offered last."""

    async def find_or_open(self, channel: ChannelName, address: str) -> str:
        """The conversation id of a channel address; the address is kept only as a keyed hash."""
        ...

    async def offered(self, conversation_id: str) -> Sequence[Choice]:
        """The choices offered with the last replies, in order."""
        ...

    async def offer(self, conversation_id: str, choices: Sequence[Choice]) -> None:
        """Remember the choices offered now."""
        ...

    async def channel_of(self, conversation_id: str) -> ChannelName:
        """The channel a conversation is on."""
        ...


class Vault(Protocol):
    """Where personal data typed in chat goes instead of the engine."""

    async def keep(self, conversation_id: str, kind: str, value: str) -> str:
        """Store one value encrypted and return its reference (short, URL-safe, unguessable)."""
        ...


class Desk(Protocol):
    """The people conversations are handed over to. All raise StorageUnavailable."""

    async def has(self, conversation_id: str) -> bool:
        """Whether a person has taken this conversation, so that the assistant is to be silent."""
        ...

    async def call(self, conversation_id: str, reason: HandoverReason) -> None:
        """Hand a conversation over, or say again why."""
        ...

    async def note_picture(self, conversation_id: str, paper: str) -> None:
        """Add a picture to what that person reads, with the paper it was kept with, empty for none."""
        ...


class Counters(Protocol):
    """Counts of what was refused; nothing else is kept of a refused request."""

    async def add(self, name: str) -> None:
        """Count one more."""
        ...


class Presenter(Protocol):
    """Opens references at the last moment, after the engine: names, cards, links."""

    async def open(self, conversation_id: str, reply: EngineReply) -> Outbound:
        """Draw one engine reply for the guardian of this conversation."""
        ...
