"""When a part is down: a sentence now, the answer when the part is back, nothing twice, nothing lost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot import words
from bot.delivery import AnswerState
from bot.messages import ChannelName
from bot.ports import EngineUnavailable, StorageUnavailable, TurnState
from bot.recovery import recover
from tests.bot.fakes import ADDRESS, Chat, until
from tests.bot.identity_numbers import number


@pytest.fixture(name="logs")
def _logs() -> Iterator[list[EventDict]]:
    with capture_logs() as logs:
        yield logs


@pytest.mark.parametrize("part", ["engine", "actions", "store"])
async def test_guardian_gets_a_sentence_and_the_log_the_part_when_one_is_down(
    part: str, logs: list[EventDict]
) -> None:
    """The log names part and conversation and holds nothing of the message."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable(part)
    answer = await chat.turns.take(chat.message(f"我是王小明{number()}", "k1"))
    assert (answer.replies, answer.state) == ((words.RECOVERING,), AnswerState.WAITING)
    [entry] = logs
    assert (entry["part"], entry["conversation"]) == (part, "conversation-1")
    assert "王小明" not in str(logs)
    assert number() not in str(logs)


async def test_message_is_answered_when_it_is_sent_again_after_the_outage() -> None:
    """The interim sentence was not recorded as the answer."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    await chat.say("你好", "k1")
    chat.engine.failure = None
    assert await chat.say("你好", "k1") == ["您说：你好"]


async def test_replies_wait_for_the_poll_when_recovery_answered() -> None:
    """Waiting turns are answered in order and handed over once."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("actions")
    await chat.say("一句", "k1")
    await chat.say("两句", "k2")
    assert (await chat.turns.pending(ChannelName.WEB, ADDRESS)).waiting
    chat.engine.failure = None
    done = await recover(inbox=chat.inbox, turns=chat.turns)
    assert (done.answered, done.waiting) == (2, False)
    pending = await chat.turns.pending(ChannelName.WEB, ADDRESS)
    assert [reply.text for reply in pending.replies] == ["您说：一句", "您说：两句"]


async def test_recovery_leaves_a_turn_alone_when_it_is_being_answered() -> None:
    """What somebody is working on waits for nobody, and is not counted as recovered."""
    chat = Chat()
    chat.engine.gate.clear()
    saying = asyncio.create_task(chat.say("你好", "k1"))
    await until(lambda: chat.engine.entered == ["k1"])
    done = await recover(inbox=chat.inbox, turns=chat.turns)
    assert (done.answered, done.waiting) == (0, False)
    chat.engine.gate.set()
    assert await saying == ["您说：你好"]


async def test_earlier_messages_are_answered_first_when_the_guardian_writes_after_the_outage() -> None:
    """Nothing overtakes: the old replies stand in front of the new one."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    await chat.say("一句", "k1")
    chat.engine.failure = None
    assert await chat.say("两句", "k2") == ["您说：一句", "您说：两句"]
    assert [heard.key for heard in chat.engine.heard] == ["k1", "k2"]


async def test_later_message_waits_when_an_earlier_one_still_cannot_be_answered() -> None:
    """Order holds while the part is down."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    await chat.say("一句", "k1")
    assert await chat.say("两句", "k2") == [words.RECOVERING.text]
    assert [turn.state for turn in chat.inbox.turns.values()] == [TurnState.WAITING] * 2


async def test_turn_is_answered_once_when_the_process_died_after_the_engine_answered() -> None:
    """The engine replays by key; a new process records what it said."""
    chat = Chat()
    chat.presenter.failure = StorageUnavailable()
    assert await chat.say("你好", "k1") == [words.RECOVERING.text]
    chat.presenter.failure = None
    chat.turns = chat.new_process()
    await recover(inbox=chat.inbox, turns=chat.turns)
    assert await chat.say("你好", "k1") == ["您说：你好"]
    assert len(chat.engine.heard) == 1


async def test_conversation_goes_on_when_one_message_cannot_be_coped_with(logs: list[EventDict]) -> None:
    """After a few tries the guardian gets an apology, and later messages are not held up."""
    chat = Chat()
    chat.presenter.failure = ValueError("王小明")
    await chat.say("你好", "k1")
    for _ in range(4):
        await recover(inbox=chat.inbox, turns=chat.turns)
    chat.presenter.failure = None
    assert await chat.say("在吗", "k2") == [words.GIVEN_UP.text, "您说：在吗"]
    assert {(entry["error"], entry["part"]) for entry in logs} == {("ValueError", "web")}
    assert "王小明" not in str(logs)


async def test_message_is_given_up_when_an_outage_lasts_longer_than_a_day() -> None:
    """A yesterday's question is not answered today as if it were new."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    await chat.say("你好", "k1")
    chat.clock.advance(timedelta(hours=23))
    assert (await recover(inbox=chat.inbox, turns=chat.turns)).waiting
    chat.clock.advance(timedelta(hours=2))
    await recover(inbox=chat.inbox, turns=chat.turns)
    pending = await chat.turns.pending(ChannelName.WEB, ADDRESS)
    assert pending.replies == (words.GIVEN_UP,)


async def test_outage_is_no_attempt_when_tries_are_counted() -> None:
    """Only a message that a working part cannot cope with uses up its tries."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    for _ in range(9):
        await chat.say("你好", "k1")
    assert chat.inbox.turns["turn-1"].attempts == 0


async def test_other_conversations_are_tried_when_one_is_stuck() -> None:
    """A pass goes on with the next conversation."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    await chat.say("一句", "k1")
    await chat.turns.take(chat.message("两句", "k2", "browser-2"))
    failing = chat.inbox.turns["turn-1"].conversation_id
    chat.engine.failure = None
    chat.engine.refused.add(failing)
    done = await recover(inbox=chat.inbox, turns=chat.turns)
    assert (done.answered, done.waiting) == (1, True)


async def test_recovery_says_so_when_the_database_is_down() -> None:
    """The loop around it backs off."""
    chat = Chat()
    chat.inbox.down = True
    with pytest.raises(StorageUnavailable):
        await recover(inbox=chat.inbox, turns=chat.turns)
