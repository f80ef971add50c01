"""When and by which road a reply leaves: at once, in front of the next one, or when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.messages import Choice, Outbound
from bot.ports import Turn

MORE = "继续看"


class AnswerState(StrEnum):
    """What became of a message."""

    ANSWERED = "answered"
    WAITING = "waiting"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a channel says now. `turn` is None when nothing was recorded."""

    replies: tuple[Outbound, ...]
    state: AnswerState = AnswerState.ANSWERED
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """Late replies of a conversation, and whether more are to come."""

    replies: tuple[Outbound, ...]
    waiting: bool


@dataclass(slots=True)
class Listener:
    """Somebody who carries the replies to the guardian, as long as they still listen."""

    listening: bool = True


def fold(late: Sequence[Turn], own: Sequence[Outbound]) -> tuple[Outbound, ...]:
    """Put late replies in front of the new ones; only the newest question keeps its choices."""
    earlier = [reply for turn in late for reply in turn.replies]
    if choices_of(own):
        earlier = [replace(reply, choices=()) for reply in earlier]
    return (*earlier, *own)


def choices_of(replies: Sequence[Outbound]) -> tuple[Choice, ...]:
    """Every choice offered, in the order the guardian counts them."""
    return tuple(choice for reply in replies for choice in reply.choices)
