"""A turn where a person has the conversation, or a life is in danger."""

from __future__ import annotations

import pytest

from bot import replying, words
from bot.ports import EngineUnavailable, Turn
from bot.safety.danger import Danger
from enrolment.model.handover import HandoverReason
from tests.bot.fakes import Chat


async def test_nothing_is_said_when_a_person_has_the_conversation() -> None:
    """The message is recorded for them, the engine is not asked; afterwards the assistant answers again."""
    chat = Chat()
    await chat.say("转人工")
    chat.desk.taken.add("conversation-1")

    assert await chat.say("在吗") == []
    assert len(chat.engine.heard) == 1
    assert [turn.inbound.text for turn in chat.inbox.turns.values()] == ["转人工", "在吗"]

    chat.desk.taken.clear()
    assert await chat.say("报名") == ["您说：报名"]


@pytest.mark.parametrize(("text", "kept"), [("", []), ("😀😀", ["😀😀"]), ("好" * 6_000, ["好" * 5_000])])
async def test_nothing_is_said_to_what_no_engine_could_read_when_a_person_has_it(
    text: str, kept: list[str]
) -> None:
    """Nothing at all, a face, a whole book: there is somebody to read it."""
    chat = Chat()
    await chat.say("转人工")
    chat.desk.taken.add("conversation-1")

    assert await chat.say(text) == []
    assert [turn.inbound.text for turn in chat.inbox.turns.values()][1:] == kept


async def test_refusal_is_said_when_a_person_gave_the_conversation_back_meanwhile() -> None:
    """The engine never sees it."""
    chat = Chat()
    chat.desk.taken.add("conversation-1")
    accepted = await chat.turns.accept(chat.message("😀"))
    assert isinstance(accepted, Turn)
    chat.desk.taken.clear()
    answer = await chat.turns.answer(accepted, None)
    assert [reply.text for reply in answer.replies] == [words.NO_WORDS.text]
    assert chat.engine.heard == []


async def test_refusal_is_said_when_nobody_can_tell_who_has_the_conversation() -> None:
    """A kind sentence does no harm."""
    chat = Chat()
    chat.desk.down = True
    assert await chat.say("") == [words.EMPTY.text]


async def test_help_is_given_and_a_person_called_when_a_life_is_in_danger() -> None:
    """It needs no engine, and a person who has the conversation already changes nothing."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    chat.desk.taken.add("conversation-1")

    said = await chat.say("我不想活了")

    assert said == [words.IN_DANGER[Danger.SELF_HARM].text]
    assert chat.desk.called == [("conversation-1", HandoverReason.SAFETY)]


async def test_dialogue_tells_the_person_more_when_a_life_is_in_danger() -> None:
    """It is told that there is danger, never the words; what it says to that is not for the guardian."""
    chat = Chat()
    said = await chat.say("我不想活了", key="k1")
    assert said == [words.IN_DANGER[Danger.SELF_HARM].text]
    assert [(heard.key, heard.text) for heard in chat.engine.heard] == [("k1:danger", "/in_danger")]


async def test_help_comes_when_the_engine_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment is all it gets."""
    monkeypatch.setattr(replying, "_A_MOMENT", 0.01)
    chat = Chat()
    chat.engine.gate.clear()
    assert await chat.say("我不想活了") == [words.IN_DANGER[Danger.SELF_HARM].text]


@pytest.mark.parametrize("away", ["inbox", "desk"])
async def test_help_is_given_when_the_database_is_away(away: str) -> None:
    """Numbers to call need nothing that can be down; the message itself waits."""
    chat = Chat()
    getattr(chat, away).down = True

    said = await chat.say("我不想活了")

    assert said == [words.IN_DANGER[Danger.SELF_HARM].text, words.RECOVERING.text]


async def test_help_is_given_when_an_earlier_message_waits_for_the_engine() -> None:
    """Nobody in danger stands in a line."""
    chat = Chat()
    chat.engine.failure = EngineUnavailable("engine")
    assert await chat.say("报名") == [words.RECOVERING.text]

    assert words.IN_DANGER[Danger.CHILD].text in await chat.say("孩子被他爸打了")


async def test_long_farewell_is_heard_when_it_is_too_long_to_answer() -> None:
    """A message too long for the engine is read for danger."""
    chat = Chat()

    assert await chat.say("好" * 6_000 + "我不想活了") == [words.IN_DANGER[Danger.SELF_HARM].text]
    assert await chat.say("好" * 6_000) == [words.TOO_LONG.text]
