"""What a guardian wrote last, read from the inbox."""

from __future__ import annotations

from bot.delivery import MORE
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


async def test_words_are_as_the_dialogue_read_them_when_they_were_made_readable(
    chat: ChatStorage, vault: Vault
) -> None:
    """Where its questions stand was counted in those: simplified signs, no links."""
    await said(chat, "1", "請問租房能上嗎？ https://example.com/x 什麼時候報名")
    assert SqlLastQuestions(vault, READER).before_last("conversation") == "请问租房能上吗？   什么时候报名"


async def test_question_is_found_when_the_rest_of_its_answer_was_asked_for(
    chat: ChatStorage, vault: Vault
) -> None:
    """A long answer on WeChat comes in two parts, and its end is a row of its own."""
    await said(chat, "1", "管饭吗")
    await said(chat, "rest:1", MORE)
    await said(chat, "2", MORE)
    assert SqlLastQuestions(vault, READER).before_last("conversation") == "管饭吗"
