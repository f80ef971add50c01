"""The door that understands one message, on the real model."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ruxue_engine.agent import EngineAgent

COUNTIES = [{"code": "370102", "name": "历下"}]


def understood(talk: tuple[EngineAgent, asyncio.Runner], text: str) -> dict[str, Any]:
    """What the door says of a message."""
    from ruxue_engine.door.understanding import understand  # noqa: PLC0415 - only the engine's environment has Rasa

    agent, loop = talk
    metadata = {"today": "2027-06-10", "counties": COUNTIES if "历下" in text else []}
    return loop.run(understand(agent.processor, text, metadata))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("租房要不要去备案", "rental"),
        ("怎么报名", "registration_channel_howto"),
        ("驗證碼一直收不到", "platform_trouble"),
        ("报\u200b名要带啥材料😀", "required_documents"),
        ("今天天气怎么样", "out_of_scope"),
    ],
)
def test_every_topic_is_ranked_when_one_message_is_understood(
    talk: tuple[EngineAgent, asyncio.Runner], text: str, topic: str
) -> None:
    """All 33, the likeliest first, with their shares."""
    topics = understood(talk, text)["topics"]

    assert topics[0]["name"] == topic
    assert len({each["name"] for each in topics}) == 33
    assert [each["confidence"] for each in topics] == sorted(
        (each["confidence"] for each in topics), reverse=True
    )


def test_facts_and_questions_are_told_when_a_case_asks_two_things(
    talk: tuple[EngineAgent, asyncio.Runner],
) -> None:
    """Each with its place in the message."""
    text = "户口在历下，租房要不要备案？另外报名要带什么材料"
    told = understood(talk, text)

    assert {"name": "hukou", "value": "370102"}.items() <= next(
        each for each in told["facts"] if each["name"] == "hukou"
    ).items()
    assert [each["topics"][0]["name"] for each in told["questions"]] == ["rental", "required_documents"]
    assert [text[each["start"] : each["end"]] for each in told["questions"]][1] == "另外报名要带什么材料"


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "😀", "。" * 5000, "/start_enrolment", "a" * 5000])
def test_nothing_fails_when_a_message_says_nothing(
    talk: tuple[EngineAgent, asyncio.Runner], text: str
) -> None:
    """Neither emptiness nor noise nor a payload is an error."""
    told = understood(talk, text)

    assert len(told["topics"]) == 33
    assert told["questions"][0]["start"] == 0


def test_no_conversation_is_begun_when_a_message_is_understood(
    talk: tuple[EngineAgent, asyncio.Runner],
) -> None:
    """The store stays as it was."""
    agent, loop = talk
    before = loop.run(agent.tracker_store.keys())
    understood(talk, "要带什么材料")

    assert list(loop.run(agent.tracker_store.keys())) == list(before)


def test_each_line_is_answered_when_messages_are_measured(dialogue_model: Path) -> None:
    """In their order, with the time each took."""
    from ruxue_engine.door.lines import understand_lines  # noqa: PLC0415 - only the engine's environment has Rasa

    asked = [json.dumps({"text": text}) for text in ("要带什么材料", "", "验证码收不到")]
    told = [json.loads(line) for line in understand_lines(dialogue_model, asked)]

    assert [each["topics"][0]["name"] for each in told][::2] == ["required_documents", "platform_trouble"]
    assert all(each["ms"] > 0 for each in told)
