"""What a guardian wrote last, read from the inbox."""

from __future__ import annotations

from enrolment.model.access import Reader, Who, Why
from storage.chat import ChatStorage
from storage.chat.last_questions import SqlLastQuestions
from storage.vault import Vault
from tests.storage.samples import message, replies

READER = Reader(Who.ASSISTANT, Why.LEARN)


async def said(chat: ChatStorage, key: str, text: str, *, answered: bool = True) -> None:
    """Record a message, and answer it."""
    turn = await chat.inbox.record(message(key, text=text), "conversation")
    if answered:
        await chat.inbox.answer(turn, replies())


async def test_last_answered_message_is_given_without_anything_personal(
    chat: ChatStorage, vault: Vault
) -> None:
    """Not the one that complains, which is still waiting; never a phone."""
    questions = SqlLastQuestions(vault, READER)
    assert questions.before_last("conversation") == ""
    await said(chat, "1", "管饭吗")
    await said(chat, "2", "打13800001111能问校车吗")
    await said(chat, "3", "没用", answered=False)
    assert questions.before_last("conversation") == "打⟦phone⟧能问校车吗"
    assert questions.before_last("other") == ""


async def test_nothing_is_given_when_a_choice_was_picked(chat: ChatStorage, vault: Vault) -> None:
    """A tap asks nothing in words."""
    await said(chat, "1", "/inform{}")
    assert SqlLastQuestions(vault, READER).before_last("conversation") == ""
