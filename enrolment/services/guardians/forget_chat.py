"""Forget a chat: what was said in it, what the engine keeps of it, and whom it was with."""

from __future__ import annotations

from collections.abc import Collection

from enrolment.ports import BeginWork, Work
from enrolment.upkeep_ports import Dialogues


def forget_chat(conversation_id: str, *, begin: BeginWork, dialogues: Dialogues) -> None:
    """Forget one conversation, as a guardian who leaves it may expect; a case filed from it stays.

    Raises StorageUnavailable; then at most what the engine kept is gone, and once more does the rest.
    """
    dialogues.forget([conversation_id])
    with begin() as work:
        drop_chats(work, [conversation_id])
        work.commit()


def drop_chats(work: Work, conversation_ids: Collection[str]) -> None:
    """Drop conversations in this transaction; the engine's part of them goes before it begins."""
    for conversation_id in conversation_ids:
        work.chats.forget(conversation_id)
        work.sign_ins.unbind(conversation_id)
