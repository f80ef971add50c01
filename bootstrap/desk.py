"""Joins the conversation to the queue of handovers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from enrolment.model.handover import HandoverReason
from enrolment.ports import BeginWork, Clock, Ids
from enrolment.services.handover.hand_over import HandOver, hand_over
from enrolment.services.handover.note_picture import note_picture


@dataclass(frozen=True, slots=True)
class QueueDesk:
    """Implements `bot.ports.Desk`."""

    is_taken: Callable[[str], Awaitable[bool]]
    begin: BeginWork
    ids: Ids
    clock: Clock

    async def has(self, conversation_id: str) -> bool:
        """Whether a person has this conversation."""
        return await self.is_taken(conversation_id)

    async def note_picture(self, conversation_id: str, paper: str) -> None:
        """Add a picture to what that person reads."""
        await asyncio.to_thread(partial(note_picture, conversation_id, paper, begin=self.begin))

    async def call(self, conversation_id: str, reason: HandoverReason) -> None:
        """Hand it over, without a summary: the dialogue adds its own."""
        cmd = HandOver(conversation_id, reason)
        await asyncio.to_thread(partial(hand_over, cmd, begin=self.begin, ids=self.ids, clock=self.clock))
