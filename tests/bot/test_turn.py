"""The life of one message, with fakes around it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot import holding, words
from bot.delivery import Answer, AnswerState, Listener
from bot.messages import ChannelName, Choice, EngineReply, Outbound
from bot.ports import StorageUnavailable, TurnState
from bot.recovery import recover
from tests.bot.fakes import ADDRESS, Chat, Heard, until
from tests.bot.identity_numbers import number

ASK = EngineReply(
    "房子是谁的？", (Choice("我的", '/inform{"home": "guardian"}'), Choice("爷爷的", "/inform2"))
)


def asking(heard: Heard) -> Sequence[EngineReply]:
    """Ask the same question whatever was said."""
    del heard
    return (ASK,)


async def test_message_is_answered_once_when_it_is_sent_twice() -> None:
    """The same key gives the same replies, and the engine hears it once."""
    chat = Chat()
    assert await chat.say("你好", "k1") == ["您说：你好"]
    assert await chat.say("你好", "k1") == ["您说：你好"]
    assert len(chat.engine.heard) == 1


async def test_message_joins_the_running_turn_when_it_is_sent_again_meanwhile() -> None:
    """A retry that overtakes its answer waits for it."""
    chat = Chat()
    chat.engine.gate.clear()
    first = asyncio.create_task(chat.say("你好", "k1"))
    second = asyncio.create_task(chat.say("你好", "k1"))
    await until(lambda: bool(chat.engine.entered))
    chat.engine.gate.set()
    assert await first == await second == ["您说：你好"]
    assert len(chat.engine.heard) == 1


async def test_messages_are_answered_in_order_when_they_come_at_once() -> None:
    """One conversation takes one message at a time."""
    chat = Chat()
    await asyncio.gather(*(chat.say(f"第{number_}句话", f"k{number_}") for number_ in range(8)))
    assert [heard.key for heard in chat.engine.heard] == [f"k{number_}" for number_ in range(8)]


async def test_conversations_do_not_wait_for_each_other_when_one_is_slow() -> None:
    """The lane belongs to one conversation: the second message of one waits, the other's does not."""
    chat = Chat()
    chat.engine.gate.clear()
    messages = [("一", "k1", ADDRESS), ("二", "k2", ADDRESS), ("三", "k3", "browser-2")]
    requests = [asyncio.create_task(chat.turns.take(chat.message(*message))) for message in messages]
    await until(lambda: len(chat.engine.entered) == 2)
    assert sorted(chat.engine.entered) == ["k1", "k3"]
    chat.engine.gate.set()
    await asyncio.gather(*requests)


async def test_turn_goes_on_when_the_caller_goes_away() -> None:
    """A closed connection does not lose the work: the retry finds the answer."""
    chat = Chat()
    chat.engine.gate.clear()
    request = asyncio.create_task(chat.say("你好", "k1"))
    await until(lambda: bool(chat.engine.entered))
    request.cancel()
    chat.engine.gate.set()
    with pytest.raises(asyncio.CancelledError):
        await request
    assert await chat.say("你好", "k1") == ["您说：你好"]
    assert len(chat.engine.heard) == 1


@pytest.mark.parametrize("text", ["1", "我的", "第一个", '/inform{"home": "guardian"}'])
async def test_engine_gets_the_value_when_a_choice_is_picked(text: str) -> None:
    """Number, words and value are the same to the engine."""
    chat = Chat(asking)
    await chat.say("开始报名")
    await chat.say(text)
    assert chat.engine.heard[-1].text == '/inform{"home": "guardian"}'


async def test_engine_gets_no_command_when_a_guardian_types_one() -> None:
    """A slash that nobody offered is taken off."""
    chat = Chat()
    await chat.say('/inform{"home": "grandparent", "text": "爷爷的"}')
    assert chat.engine.heard[-1].text == 'inform{"home": "grandparent", "text": "爷爷的"}'


async def test_engine_gets_a_mark_and_a_finding_when_a_message_holds_an_id_number() -> None:
    """Personal data goes to the vault, what the form needs goes along."""
    chat = Chat()
    await chat.say(f"孩子身份证{number()}")
    heard = chat.engine.heard[-1]
    assert heard.text == "孩子身份证⟦citizen_id⟧"
    assert heard.metadata["findings"] == [
        {"kind": "citizen_id", "reference": "ref-1", "problem": None, "birth_date": "2020-10-15"}
    ]


async def test_engine_gets_day_and_channel_when_a_message_is_sent() -> None:
    """The clock is ours, not the engine's."""
    chat = Chat()
    await chat.say("你好")
    metadata = chat.engine.heard[-1].metadata
    assert (metadata["today"], metadata["channel"], metadata["counties"]) == ("2027-06-10", "web", [])
    assert metadata["now"] == chat.clock.now().isoformat()


async def test_engine_is_not_asked_when_a_message_has_no_words() -> None:
    """Empty and emoji-only messages get their sentence without a trace."""
    chat = Chat()
    assert await chat.say("👍") == [words.NO_WORDS.text]
    assert (chat.engine.heard, chat.inbox.turns) == ([], {})


async def test_guardian_hears_a_sentence_when_the_engine_says_nothing() -> None:
    """Silence is never an answer."""
    chat = Chat(lambda _: ())
    assert await chat.say("你好") == [words.NOTHING_SAID.text]


async def test_event_reaches_the_engine_as_it_is_when_the_house_sends_it() -> None:
    """A sign-in is told with its slash, and its reply waits to be delivered."""
    chat = Chat()
    await chat.say("你好")
    await chat.turns.signal("conversation-1", "/signed_in", "signed-in:1")
    assert chat.engine.heard[-1].text == "/signed_in"
    pending = await chat.turns.pending(ChannelName.WEB, ADDRESS)
    assert [reply.text for reply in pending.replies] == ["您说：/signed_in"]
    assert not pending.waiting


async def test_late_reply_is_handed_over_once_when_it_is_polled() -> None:
    """What was polled is delivered."""
    chat = Chat()
    await chat.say("你好")
    await chat.turns.signal("conversation-1", "/signed_in", "signed-in:1")
    await chat.turns.pending(ChannelName.WEB, ADDRESS)
    assert (await chat.turns.pending(ChannelName.WEB, ADDRESS)).replies == ()


async def test_late_reply_comes_first_when_the_guardian_writes_before_it_is_polled() -> None:
    """It stands in front of the new reply, also when that message is sent again, and nowhere else."""
    chat = Chat()
    await chat.say("你好")
    await chat.turns.signal("conversation-1", "/signed_in", "signed-in:1")
    both = ["您说：/signed_in", "您说：好了"]
    assert await chat.say("好了", "k2") == both
    assert await chat.say("好了", "k2") == both
    assert (await chat.turns.pending(ChannelName.WEB, ADDRESS)).replies == ()


async def test_only_the_newest_question_keeps_its_choices_when_a_late_one_stands_before_it() -> None:
    """Numbers count what is asked now."""
    chat = Chat(asking)
    await chat.say("你好")
    await chat.turns.signal("conversation-1", "/signed_in", "signed-in:1")
    answer = await chat.turns.take(chat.message("好了"))
    assert [bool(reply.choices) for reply in answer.replies] == [False, True]


async def test_reply_waits_when_nobody_listens_any_more() -> None:
    """A channel that gave up gets the reply before the next one."""
    chat = Chat()
    chat.engine.gate.clear()
    listener = Listener()
    request = asyncio.create_task(chat.turns.take(chat.message("你好", "k1"), listener))
    await until(lambda: bool(chat.engine.entered))
    listener.listening = False
    chat.engine.gate.set()
    await request
    assert await chat.say("在吗") == ["您说：你好", "您说：在吗"]


async def test_rest_comes_before_the_next_reply_when_a_reply_was_too_long() -> None:
    """What was held back is shown at "继续看", without asking the engine."""
    chat = Chat()
    answer = await chat.turns.take(chat.message("你好", "k1"))
    assert answer.turn is not None
    await chat.turns.hold_back(answer.turn, "第二页")
    await chat.turns.hold_back(answer.turn, "第二页")
    assert await chat.say("继续看") == ["第二页"]
    assert [heard.key for heard in chat.engine.heard] == ["k1"]


async def test_message_is_held_when_the_database_is_down_before_it_is_recorded() -> None:
    """It is answered when the database is back, before what is written after it, and once."""
    chat = Chat()
    chat.inbox.down = True
    answer = await chat.turns.take(chat.message("一句", "k1"))
    assert (answer.replies, answer.state) == ((words.RECOVERING,), AnswerState.WAITING)
    chat.inbox.down = False
    assert await chat.say("两句", "k2") == ["您说：一句", "您说：两句"]
    assert await chat.say("一句", "k1") == ["您说：一句"]
    assert [heard.key for heard in chat.engine.heard] == ["k1", "k2"]


async def test_poll_goes_on_when_a_message_is_held() -> None:
    """The page keeps asking until the message was written down and answered."""
    chat = Chat()
    chat.inbox.down = True
    await chat.say("你好", "k1")
    chat.inbox.down = False
    assert (await chat.turns.pending(ChannelName.WEB, ADDRESS)).waiting
    assert (await recover(inbox=chat.inbox, turns=chat.turns)).answered == 1
    pending = await chat.turns.pending(ChannelName.WEB, ADDRESS)
    assert ([reply.text for reply in pending.replies], pending.waiting) == (["您说：你好"], False)


async def test_guardian_is_asked_to_write_again_when_no_more_messages_can_be_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Memory is bounded; nobody is told that a message is kept when it is not."""
    monkeypatch.setattr(holding, "MOST_MESSAGES", 1)
    chat = Chat()
    chat.inbox.down = True
    await chat.say("一句", "k1")
    answer = await chat.turns.take(chat.message("两句", "k2"))
    assert (answer.replies, answer.state) == ((words.NOT_KEPT,), AnswerState.NOT_KEPT)


async def test_poll_says_so_when_the_database_is_down() -> None:
    """The channel decides what to make of it."""
    chat = Chat()
    chat.conversations.down = True
    with pytest.raises(StorageUnavailable):
        await chat.turns.pending(ChannelName.WEB, ADDRESS)


async def test_turn_costs_few_commits_when_nothing_changes_but_the_turn() -> None:
    """One row before it runs, one when it is answered."""
    chat = Chat()
    await chat.say("你好")
    assert chat.inbox.commits == 2
    assert chat.conversations.choices == {}


async def test_choice_is_forgotten_when_the_next_reply_offers_none() -> None:
    """A number means itself again."""
    chat = Chat(lambda heard: (ASK,) if heard.text == "开始" else (EngineReply("好"),))
    await chat.say("开始")
    await chat.say("随便")
    await chat.say("2")
    assert chat.engine.heard[-1].text == "2"


async def test_answer_of_another_process_stands_when_it_came_first() -> None:
    """Two processes never give two answers."""
    chat = Chat()
    accepted = await chat.turns.accept(chat.message("你好", "k1"))
    assert not isinstance(accepted, Answer)
    await chat.inbox.answer(accepted, (Outbound("别处答的"),))
    answer = await chat.turns.answer(accepted, Listener())
    assert [reply.text for reply in answer.replies] == ["别处答的"]
    assert chat.inbox.turns[accepted.id].delivered
    chat.clock.advance(timedelta(minutes=1))
    assert chat.inbox.turns[accepted.id].state is TurnState.ANSWERED


async def test_choice_can_be_picked_when_the_house_offered_it() -> None:
    """An answer given without the engine leads back to it."""
    chat = Chat()
    await chat.say("How can I enrol my child?")

    await chat.say("1")

    assert [heard.text for heard in chat.engine.heard] == ["/start_enrolment"]
