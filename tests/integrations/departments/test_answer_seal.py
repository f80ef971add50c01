"""Answers that are signed: forged, replayed and late ones are not used."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest

from enrolment.ports import Clock
from integrations.departments import AnswerSeal
from integrations.departments.errors import AnswerForged, AnswerUntimely, ExchangeError
from integrations.departments.signing import Call, Signature
from integrations.departments.signing.macs import base64_hmac_sha256, base64_hmac_sm3

_CALL = Call("marriage", "/exchange/marriage", b'{"SFZJH":"1"}')
_SIGNATURE = Signature({}, "proof-1", key="key-1", mac=base64_hmac_sha256, renewable=False)
_BODY = b'{"code":"0","data":[]}'


def _signed(
    now: datetime,
    *,
    proof: str = "proof-1",
    key: str = "key-1",
    asked: bytes = _CALL.body,
    body: bytes = _BODY,
) -> dict[str, str]:
    rtime = str(int(now.timestamp() * 1000))
    digests = [hashlib.sha256(each).hexdigest() for each in (asked, body)]
    return {
        "rtime": rtime,
        "sign": base64_hmac_sha256(key.encode(), f"{proof}\n{digests[0]}\n{rtime}\n{digests[1]}\n"),
    }


def _refusal(headers: dict[str, str], now: datetime, body: bytes = _BODY) -> ExchangeError | None:
    try:
        AnswerSeal().check(headers, body, call=_CALL, signature=_SIGNATURE, now=now)
    except ExchangeError as error:
        return error
    return None


def test_answer_is_used_when_it_is_the_one_to_the_question(clock: Clock) -> None:
    """Up to 90 seconds old, or from a clock as much ahead."""
    now = clock.now()
    for seconds in (-90, 0, 90):
        assert _refusal(_signed(now + timedelta(seconds=seconds)), now) is None


@pytest.mark.parametrize("seconds", [-91, 91, -86_400])
def test_answer_is_refused_when_signed_at_another_time(clock: Clock, seconds: int) -> None:
    """A late answer and a wrong clock look alike, and are told alike."""
    refusal = _refusal(_signed(clock.now() + timedelta(seconds=seconds)), clock.now())
    assert isinstance(refusal, AnswerUntimely)


def test_answer_is_refused_when_it_belongs_to_something_else(clock: Clock) -> None:
    """Another question's, another body's, another key's, another digest's, a changed answer."""
    now = clock.now()
    right = _signed(now)
    sm3 = base64_hmac_sm3(b"key-1", "whatever")
    for headers in (
        _signed(now, proof="proof-2"),
        _signed(now, asked=b'{"SFZJH":"2"}'),
        _signed(now, key="key-2"),
        _signed(now, body=b'{"code":"0","data":[{}]}'),
        right | {"sign": sm3},
        right | {"sign": "签名"},
        right | {"rtime": str(int(right["rtime"]) + 1)},
    ):
        assert isinstance(_refusal(headers, now), AnswerForged)
    assert isinstance(_refusal(right, now, body=_BODY + b" "), AnswerForged)


@pytest.mark.parametrize("missing", ["rtime", "sign"])
@pytest.mark.parametrize("instead", ["", "soon", "１２３", "9" * 5000])
def test_answer_is_refused_when_it_is_not_signed(clock: Clock, missing: str, instead: str) -> None:
    """No signature, or no time, is no answer."""
    assert isinstance(_refusal(_signed(clock.now()) | {missing: instead}, clock.now()), AnswerForged)
