"""Answers what an outage or a crash left waiting, in order, when the part is back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.delivery import AnswerState
from bot.ports import Inbox
from bot.turn import Turns

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Recovered:
    """What one pass did: how many turns it answered, and whether some still wait."""

    answered: int
    waiting: bool


async def recover(*, inbox: Inbox, turns: Turns) -> Recovered:
    """Try every conversation's waiting turns once, oldest first, held messages too; raise StorageUnavailable.

    A turn that is being answered is not waiting. A conversation whose turn fails is left for the next pass:
    its later turns must not overtake it.
    """
    await turns.record_held()
    answered = 0
    stuck: set[str] = set()
    for turn in await inbox.waiting(_AT_ONCE):
        if turn.conversation_id in stuck or turns.under_way(turn):
            continue
        if (await turns.answer(turn, None)).state is AnswerState.ANSWERED:
            answered += 1
        else:
            stuck.add(turn.conversation_id)
    return Recovered(answered, bool(stuck))
