"""What no guardian should write: each gets a kind sentence or a 4xx, never a 500."""

from __future__ import annotations

import re
import secrets
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.journey.conftest import MakeGuardian
from tests.journey.guardian import Guardian
from tests.journey.stack import Stack

SITUATION = "孩子2020年10月15日出生，户口和房子都在历下，想在历下上小学"
WRONG_CHECK_DIGIT = "110101202010150011"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "没有看到文字"),
        ("  \n\t ", "没有看到文字"),
        ("😀😀🎉", "请您用文字"),
        ("……？？！", "文字"),
        ("学" * 5_000, "太长"),
        ("学" * 4_999, ""),
    ],
    ids=["empty", "blank", "emoji", "marks", "5000", "4999"],
)
def test_guardian_gets_a_kind_sentence_when_the_message_says_nothing(
    guardian: Guardian, text: str, told: str
) -> None:
    """Empty, emoji-only and endless messages are answered in words, and the path goes on after them."""
    answer = guardian.say(text)
    assert answer.text
    assert told in answer.text
    assert guardian.say(SITUATION).link


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2020年2月30日", "2月没有30号"),
        ("2020年13月1日", "没有13月"),
        ("2021年2月29日", "2月没有29号"),
        ("2031年5月1日", "还没到"),
        ("1919年5月1日", "太早"),
    ],
)
def test_guardian_is_told_why_when_the_birth_date_cannot_be(guardian: Guardian, text: str, why: str) -> None:
    """An impossible date: which, why, an example; then the question comes again."""
    guardian.say("我要给孩子在历下报小学")
    answer = guardian.say(text)
    assert why in answer.text
    assert "比如“2020年10月" in answer.text
    assert "可以报名" in guardian.say("2020年10月15日").text


@pytest.mark.parametrize("before", ["", "我要给孩子报小学", SITUATION], ids=["first", "asked", "at sign-in"])
def test_guardian_is_told_which_digit_when_an_id_number_is_wrong(guardian: Guardian, before: str) -> None:
    """A wrong check digit: said which and why, with an example, wherever it is written."""
    if before:
        guardian.say(before)
    answer = guardian.say(f"孩子身份证号{WRONG_CHECK_DIGIT}")
    assert "校验码" in answer.text
    assert re.search(r"\d{17}[\dX]", answer.text), "an example"
    assert WRONG_CHECK_DIGIT not in answer.text


@pytest.mark.parametrize(
    "command",
    [
        '/inform{"stage":"junior"}',
        "/signed_in",
        '/inform{"signed_in":"yes"}',
        "/submit",
        "／cancel",
        "//resume",
    ],
)
def test_slash_commands_do_nothing_when_they_were_not_offered(guardian: Guardian, command: str) -> None:
    """A guardian cannot give the engine orders: the pending question stays the same."""
    guardian.say(SITUATION)
    answer = guardian.say(command)
    assert "登录好了，谢谢您" not in answer.text
    assert "从头来" not in answer.text
    assert "先停在这里" not in answer.text
    assert guardian.say("继续").link


def test_case_is_kept_when_a_slash_command_names_a_restart(guardian: Guardian) -> None:
    """“/restart” is no guardian's word: what was said stays."""
    guardian.say(SITUATION)
    guardian.say("/restart")
    assert guardian.say("继续").link


def test_same_replies_come_when_a_message_id_comes_twice(guardian: Guardian) -> None:
    """A repeated message is not answered anew, even with other words; a new sign-in link would show it."""
    message_id = secrets.token_hex(8)
    first = guardian.say(SITUATION, message_id)
    assert first.link
    assert guardian.say(SITUATION, message_id) == first
    assert guardian.say("换句话说", message_id) == first


def test_one_answer_is_worked_out_when_a_message_id_comes_five_times_at_once(stack: Stack) -> None:
    """Five equal messages at the same time get one answer: one sign-in link."""
    conversation, message_id = secrets.token_urlsafe(16), secrets.token_hex(8)
    with ThreadPoolExecutor(5) as pool:
        asked = [pool.submit(stack.post, SITUATION, conversation, message_id) for _ in range(5)]
    answers = [one.result().json() for one in asked]
    assert answers[0]["replies"][-1]["link"]
    assert all(answer == answers[0] for answer in answers)


def test_both_messages_are_heard_when_two_come_at_once(stack: Stack, on: MakeGuardian) -> None:
    """Two messages of one conversation at the same time are answered one after the other."""
    guardian = on(stack)
    guardian.say("我要给孩子报名")
    with ThreadPoolExecutor(2) as pool:
        sent = [
            pool.submit(stack.post, text, guardian.conversation, secrets.token_hex(8))
            for text in ("报小学", "孩子2020年10月15日出生")
        ]
    assert [one.result().json()["state"] for one in sent] == ["answered", "answered"]
    assert "区上学" in guardian.say("继续").text, "the two facts are known, the county is asked"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b'{"conversation": "c", "message_id": "m"}',
        b'{"conversation": "c", "message_id": "m", "text": null}',
        b'{"conversation": "c", "message_id": "m", "text": 5}',
        b'{"conversation": "c", "message_id": "m", "text": ["x"]}',
        b'{"conversation": {}, "message_id": "m", "text": "x"}',
        b'{"conversation": "", "message_id": "m", "text": "x"}',
        b'{"conversation": "c", "message_id": "", "text": "x"}',
        b'{"conversation": "' + b"c" * 300 + b'", "message_id": "m", "text": "x"}',
        b"\xff\xfe\x00",
        b"[" * 20_000,
        b'{"conversation": "c", "message_id": "m", "text": "' + b"x" * 300_000 + b'"}',
    ],
)
@pytest.mark.parametrize("road", ["messages", "pending"])
def test_body_is_refused_when_it_is_not_what_the_page_sends(stack: Stack, road: str, body: bytes) -> None:
    """Malformed JSON gets a 4xx (a poll only needs a conversation), never a 500."""
    response = httpx.post(f"{stack.settings.web_url}/channels/web/{road}", content=body, timeout=10)
    assert response.status_code < httpx.codes.INTERNAL_SERVER_ERROR
    if road == "messages":
        assert response.is_client_error


@pytest.mark.parametrize(
    "text", ["孩子\x00在历下", "\ud800", "⟦child:1⟧和⟦guardian⟧", "a" * 4_000, "\u202e报名"]
)
def test_message_is_answered_when_it_holds_odd_characters(stack: Stack, text: str) -> None:
    """Control characters, half characters and our own marks neither break nor open anything."""
    body = f'{{"conversation": "{secrets.token_hex(8)}", "message_id": "m", "text": {_escaped(text)}}}'
    response = httpx.post(
        f"{stack.settings.web_url}/channels/web/messages", content=body.encode(), timeout=30
    )
    assert response.status_code < httpx.codes.INTERNAL_SERVER_ERROR
    if response.is_success:
        assert response.json()["replies"][0]["text"]
        assert "⟦" not in response.text


def _escaped(text: str) -> str:
    return '"' + "".join(f"\\u{ord(character):04x}" for character in text) + '"'
