"""A sandbox in memory with a clock the test moves and a sleep that only takes notes."""

import base64
import hashlib
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sandbox.app import create_app
from sandbox.settings import SandboxSettings

_APP_KEY = "demo-app-key"
_SID = "ruxue"
_START = datetime(2027, 6, 10, 1, 0, tzinfo=UTC)


class _Time:
    """The sandbox's clock in tests."""

    def __init__(self) -> None:
        self.now = _START


@pytest.fixture
def time() -> _Time:
    """Hold the moment the sandbox thinks it is."""
    return _Time()


@pytest.fixture
def advance(time: _Time) -> Callable[[float], None]:
    """Give the way to let seconds pass."""

    def move(seconds: float) -> None:
        time.now += timedelta(seconds=seconds)

    return move


@pytest.fixture
def milliseconds(time: _Time) -> Callable[[], str]:
    """Give the way to write the present moment as the exchange wants it."""
    return lambda: str(int(time.now.timestamp() * 1000))


@pytest.fixture
def slept() -> list[float]:
    """Collect the seconds the sandbox would have waited."""
    return []


@pytest.fixture
async def client(time: _Time, slept: list[float]) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of a sandbox of twenty families that answers only in this process."""

    async def take_note(seconds: float) -> None:
        slept.append(seconds)

    settings = SandboxSettings(families=20, redirect_prefixes=("https://school.example/sign-in",))
    app = create_app(settings, clock=lambda: time.now, sleep=take_note)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as http:
        yield http


@pytest.fixture
def sign() -> Callable[[str, str], str]:
    """Give the scheme's signature, worked out apart from the sandbox's own."""

    def signed(key: str, text: str) -> str:
        return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()

    return signed


@pytest.fixture
def fetch_secret(
    client: httpx.AsyncClient, milliseconds: Callable[[], str], sign: Callable[[str, str], str]
) -> Callable[[], Awaitable[str]]:
    """Give the way to fetch and open a request secret."""

    async def fetch() -> str:
        rtime = milliseconds()
        body = {"sid": _SID, "rtime": rtime, "sign": sign(_APP_KEY, _SID + rtime)}
        answer = (await client.post("/exchange/secret", json=body)).json()
        assert answer["code"] == "0"
        sealed = base64.b64decode(answer["data"]["secret"])
        key = hashlib.sha256(_APP_KEY.encode()).digest()
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], None).decode("ascii")

    return fetch


@pytest.fixture
def headers_for(sign: Callable[[str, str], str]) -> Callable[[str, str, str], dict[str, str]]:
    """Give the headers of a request for an item, at a time, signed with a secret."""

    def headers(rid: str, rtime: str, secret: str) -> dict[str, str]:
        return {"rid": rid, "sid": _SID, "rtime": rtime, "sign": sign(secret, _SID + rid + rtime)}

    return headers


@pytest.fixture
def ask(
    client: httpx.AsyncClient,
    milliseconds: Callable[[], str],
    fetch_secret: Callable[[], Awaitable[str]],
    headers_for: Callable[[str, str, str], dict[str, str]],
) -> Callable[[str, object], Awaitable[httpx.Response]]:
    """Give the way to ask for an item in good order, with a fresh secret."""

    async def asked(rid: str, query: object) -> httpx.Response:
        headers = headers_for(rid, milliseconds(), await fetch_secret())
        return await client.post(f"/exchange/{rid}", json=query, headers=headers)

    return asked
