"""The provincial schemes, encrypted bodies, and the signature under every answer."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM
from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC

from sandbox.app import create_app
from sandbox.families import find
from sandbox.settings import SandboxSettings

_NOW = datetime(2027, 6, 10, 1, 0, tzinfo=UTC)
_PATH = "/exchange/marriage"
_KEY = "demo-app-key"
_SM4_KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")


def _sm3(text: str, key: str = _KEY) -> str:
    digest = HMAC(key.encode(), SM3())
    digest.update(text.encode())
    return base64.b64encode(digest.finalize()).decode()


def _sha256(text: str, key: str = _KEY) -> str:
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


_MACS: dict[str, Callable[..., str]] = {"hmac-sha256": _sha256, "hmac-sm3": _sm3}


def _headers(
    algorithm: str = "hmac-sha256",
    *,
    at: datetime = _NOW,
    path: str = _PATH,
    key: str = _KEY,
    who: str = "ruxue",
) -> dict[str, str]:
    date = format_datetime(at, usegmt=True)
    return {
        "X-BG-HMAC-ACCESS-KEY": who,
        "X-BG-HMAC-ALGORITHM": algorithm,
        "X-BG-DATE-TIME": date,
        "X-BG-HMAC-SIGNATURE": _MACS[algorithm](f"POST\n{path}\n\n{who}\n{date}\n", key),
    }


def _query() -> bytes:
    family = find("F001")
    assert family is not None
    return json.dumps({"SFZJH": family.mother.id_number}).encode()


def _sealed(plain: bytes, rid: str = "marriage", key: bytes = _SM4_KEY) -> bytes:
    nonce = b"n" * 12
    encryptor = Cipher(SM4(key), GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(rid.encode())
    text = encryptor.update(plain) + encryptor.finalize()
    return json.dumps({"sealed": base64.b64encode(nonce + text + encryptor.tag).decode()}).encode()


@pytest.fixture
async def post() -> AsyncIterator[Callable[..., Awaitable[httpx.Response]]]:
    """Give the way to ask a sandbox that knows an SM4 key for a marriage."""
    settings = SandboxSettings(families=20, latency_ms=0, exchange_sm4_key=_SM4_KEY.hex())
    transport = httpx.ASGITransport(app=create_app(settings, clock=lambda: _NOW))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:

        async def ask(headers: dict[str, str], body: bytes | None = None) -> httpx.Response:
            return await client.post(_PATH, content=body or _query(), headers=headers)

        yield ask


Post = Callable[..., Awaitable[httpx.Response]]


@pytest.mark.parametrize("algorithm", _MACS)
async def test_item_is_answered_when_signed_in_a_provincial_scheme(post: Post, algorithm: str) -> None:
    """The answer is signed with the same key and digest, over question and answer."""
    headers = _headers(algorithm)
    response = await post(headers)
    assert response.json()["code"] == "0"
    assert len(response.json()["data"]) == 1
    asked, answered = (hashlib.sha256(body).hexdigest() for body in (_query(), response.content))
    rtime = response.headers["rtime"]
    text = f"{headers['X-BG-HMAC-SIGNATURE']}\n{asked}\n{rtime}\n{answered}\n"
    assert response.headers["sign"] == _MACS[algorithm](text)
    assert int(rtime) == response.json()["updated"] == int(_NOW.timestamp() * 1000)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (_headers(key="another"), "401"),
        (_headers(who="somebody"), "401"),
        (_headers(path="/exchange/real_estate"), "401"),
        (_headers() | {"X-BG-HMAC-ALGORITHM": "hmac-sm3"}, "401"),
        (_headers() | {"X-BG-HMAC-ALGORITHM": "none"}, "401"),
        (_headers() | {"X-BG-DATE-TIME": "Thu, 10 Jun 2027 01:00:01 GMT"}, "401"),
        ({"X-BG-HMAC-ACCESS-KEY": "ruxue"}, "401"),
        (_headers(at=_NOW + timedelta(seconds=91)), "4012"),
        (_headers(at=_NOW - timedelta(seconds=91)), "4012"),
        (_headers(at=_NOW - timedelta(seconds=90)), "0"),
    ],
)
async def test_item_is_refused_when_the_provincial_signature_is_not_right(
    post: Post, headers: dict[str, str], code: str
) -> None:
    """Another key, requester, path, digest or date; a clock that is off."""
    assert (await post(headers)).json()["code"] == code


async def test_item_is_refused_when_the_date_is_none(post: Post) -> None:
    """Well signed, and still no date."""
    text = "POST\n/exchange/marriage\n\nruxue\nsoon\n"
    headers = _headers() | {"X-BG-DATE-TIME": "soon", "X-BG-HMAC-SIGNATURE": _sha256(text)}
    assert (await post(headers)).json()["code"] == "400"


async def test_answer_is_encrypted_when_the_question_was(post: Post) -> None:
    """Only the holder of the key reads it, and what is in it is the plain answer's data."""
    plain = (await post(_headers())).json()["data"]
    data = (await post(_headers(), _sealed(_query()))).json()["data"]
    raw = base64.b64decode(data)
    decryptor = Cipher(SM4(_SM4_KEY), GCM(raw[:12], raw[-16:])).decryptor()
    decryptor.authenticate_additional_data(b"marriage")
    assert json.loads(decryptor.update(raw[12:-16]) + decryptor.finalize()) == plain


@pytest.mark.parametrize(
    "body",
    [
        _sealed(b"{}"),
        _sealed(b"no json"),
        _sealed(b'{"SFZJH": "1"}', key=b"k" * 16),
        _sealed(b'{"SFZJH": "1"}', rid="real_estate"),
        b'{"sealed": 7}',
        b'{"sealed": "QUJD"}',
        b'{"sealed": "%"}',
    ],
)
async def test_item_is_refused_when_the_encrypted_question_does_not_open(post: Post, body: bytes) -> None:
    """A bad query like any other."""
    assert (await post(_headers(), body)).json()["code"] == "400"
