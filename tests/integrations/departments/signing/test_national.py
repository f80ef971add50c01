"""The national signature, checked against hmac and hashlib alone."""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from enrolment.ports import Clock
from integrations.departments import NationalSigner
from integrations.departments.errors import AnswerMalformed, ExchangeError
from integrations.departments.signing import Call, Send

_CALL = Call("real_estate", "/exchange/real_estate", b"{}")
_APP_KEY = "test-app-key"

Sealing = Callable[[str, str], str]


def _hmac(key: str, text: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


@pytest.fixture
def asked() -> list[Mapping[str, str]]:
    """Collect the requests for a secret."""
    return []


@pytest.fixture
def send(asked: list[Mapping[str, str]], sealed_secret: Sealing) -> Send:
    """Give an exchange that hands out the secrets s1, s2, s3 ... for ten minutes each."""

    async def answer(path: str, query: Mapping[str, str]) -> object:
        assert path == "secret"
        asked.append(query)
        await asyncio.sleep(0)
        return {"secret": sealed_secret(_APP_KEY, f"s{len(asked)}"), "expires_in": 600}

    return answer


@pytest.fixture
def signer(clock: Clock) -> NationalSigner:
    """Give a signer that holds no secret yet."""
    return NationalSigner(sid="ruxue", app_key=_APP_KEY, wall_clock=clock)


async def test_call_is_signed_when_the_secret_opens(
    signer: NationalSigner, send: Send, asked: list[Mapping[str, str]]
) -> None:
    """Both signatures equal those computed here from the documented text."""
    rtime = "1812589200000"
    signature = await signer.sign(_CALL, send)
    assert asked == [{"sid": "ruxue", "rtime": rtime, "sign": _hmac(_APP_KEY, f"ruxue{rtime}")}]
    assert signature.headers == {
        "sid": "ruxue",
        "rid": "real_estate",
        "rtime": rtime,
        "sign": _hmac("s1", f"ruxuereal_estate{rtime}"),
    }
    assert "s1" not in repr(signature)


async def test_secret_is_fetched_once_when_many_calls_start_together(
    signer: NationalSigner, send: Send, asked: list[Mapping[str, str]]
) -> None:
    """Concurrent calls wait for one fetch."""
    signatures = await asyncio.gather(*(signer.sign(_CALL, send) for _ in range(20)))
    assert len(asked) == 1
    assert {signature.key for signature in signatures} == {"s1"}


async def test_secret_is_fetched_by_the_next_when_the_first_fails(
    signer: NationalSigner, send: Send, asked: list[Mapping[str, str]]
) -> None:
    """A failed or abandoned fetch leaves nothing behind that blocks the others."""

    async def fail(_path: str, _query: Mapping[str, str]) -> object:
        raise ExchangeError("down")

    async def hang(_path: str, _query: Mapping[str, str]) -> object:
        await asyncio.Event().wait()
        return None

    with pytest.raises(ExchangeError):
        await signer.sign(_CALL, fail)
    hanging = asyncio.create_task(signer.sign(_CALL, hang))
    waiting = asyncio.create_task(signer.sign(_CALL, send))
    await asyncio.sleep(0)
    hanging.cancel()
    assert (await waiting).key == "s1"
    assert len(asked) == 1


async def test_secret_is_fetched_again_when_its_life_is_over(
    signer: NationalSigner, send: Send, advance: Callable[[float], None]
) -> None:
    """The secret is kept to the second it expires, by the wall clock."""
    await signer.sign(_CALL, send)
    advance(599)
    assert (await signer.sign(_CALL, send)).key == "s1"
    advance(1)
    assert (await signer.sign(_CALL, send)).key == "s2"


@pytest.mark.parametrize("code", ["4011", "401"])
async def test_secret_is_dropped_when_a_kept_one_is_refused(
    signer: NationalSigner, send: Send, code: str
) -> None:
    """An expired secret, or one from before the exchange's restart, is worth one more try."""
    await signer.sign(_CALL, send)
    kept = await signer.sign(_CALL, send)
    assert signer.discard(kept, code)
    assert (await signer.sign(_CALL, send)).key == "s2"


async def test_signing_again_is_pointless_when_a_new_secret_is_refused(
    signer: NationalSigner, send: Send
) -> None:
    """A wrong key does not get better by trying."""
    fresh = await signer.sign(_CALL, send)
    assert not signer.discard(fresh, "401")


async def test_secret_is_kept_when_the_refusal_is_about_something_else(
    signer: NationalSigner, send: Send
) -> None:
    """Neither a clock that is off nor a bad query makes a secret old."""
    await signer.sign(_CALL, send)
    kept = await signer.sign(_CALL, send)
    assert not signer.discard(kept, "4012")
    assert (await signer.sign(_CALL, send)).key == "s1"


async def test_new_secret_is_kept_when_a_late_refusal_is_about_the_old_one(
    signer: NationalSigner, send: Send
) -> None:
    """Two calls refused for the same old secret cause one fetch, not two."""
    await signer.sign(_CALL, send)
    first, second = [await signer.sign(_CALL, send) for _ in range(2)]
    assert signer.discard(first, "4011")
    await signer.sign(_CALL, send)
    assert signer.discard(second, "4011")
    assert (await signer.sign(_CALL, send)).key == "s2"
    assert not signer.discard(replace(second, renewable=False), "4011")


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {"expires_in": 600},
        {"secret": "", "expires_in": 600},
        {"secret": "%%%", "expires_in": 600},
        {"secret": "QUJD", "expires_in": 600},
        {"secret": 7, "expires_in": 600},
        {"secret": "other key", "expires_in": 600},
        {"secret": "good", "expires_in": "600"},
        {"secret": "good", "expires_in": 0},
        {"secret": "good", "expires_in": True},
        {"secret": "good", "expires_in": 1_000_000},
        {"secret": "empty", "expires_in": 600},
        {"secret": "not ascii", "expires_in": 600},
    ],
)
async def test_call_is_not_signed_when_the_secret_is_not_as_agreed(
    signer: NationalSigner, sealed_secret: Sealing, answer: object
) -> None:
    """A secret that does not open, or without a sensible life, is refused by name."""
    seals = {
        "good": sealed_secret(_APP_KEY, "s1"),
        "other key": sealed_secret("another", "s1"),
        "empty": sealed_secret(_APP_KEY, ""),
        "not ascii": sealed_secret(_APP_KEY, "密"),
    }

    async def send(_path: str, _query: Mapping[str, str]) -> object:
        if isinstance(answer, dict) and answer.get("secret") in seals:
            return answer | {"secret": seals[answer["secret"]]}
        return answer

    with pytest.raises(AnswerMalformed):
        await signer.sign(_CALL, send)
