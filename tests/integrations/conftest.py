"""A clock the test moves, a department exchange and an identity service in memory, and a live sandbox."""

import base64
import hashlib
import os
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import httpx
import orjson
import pytest
import uvicorn
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from enrolment.model.consent import ConsentGrant
from enrolment.ports import Clock
from integrations.departments import Exchange, ExchangeConfig, ExchangeDepartments, NationalSigner
from integrations.identity import OAuth2Config, OAuth2IdentityProvider
from sandbox.app import create_app
from sandbox.settings import SandboxSettings

Handler = Callable[[httpx.Request], httpx.Response]
_SHANGHAI = timezone(timedelta(hours=8))
_APP_KEY = "test-app-key"


class _MovedClock:
    def __init__(self) -> None:
        self.moment = datetime(2027, 6, 10, 9, 0, tzinfo=_SHANGHAI)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def moved_clock() -> _MovedClock:
    """Hold the moment it is for the house and the sandbox alike."""
    return _MovedClock()


@pytest.fixture
def clock(moved_clock: _MovedClock) -> Clock:
    """Give the house's clock, standing still."""
    return moved_clock


@pytest.fixture
def advance(moved_clock: _MovedClock) -> Callable[[float], None]:
    """Give the way to let seconds pass."""

    def move(seconds: float) -> None:
        moved_clock.moment += timedelta(seconds=seconds)

    return move


@pytest.fixture
def grant(clock: Clock) -> Callable[[str], ConsentGrant]:
    """Give the way to a live grant for the child `child-1` and a data item."""

    def granted(data_item: str) -> ConsentGrant:
        now = clock.now()
        return ConsentGrant(
            id="grant-1",
            child_id="child-1",
            data_item=data_item,
            department="public_security",
            purpose="enrolment",
            text_version="2027-1",
            granted_by="guardian-1",
            channel="web",
            granted_at=now,
            expires_at=now + timedelta(days=90),
        )

    return granted


@pytest.fixture
def sealed_secret() -> Callable[[str, str], str]:
    """Give the way to seal a request secret as the exchange does: AES-256-GCM under the app key's digest."""

    def seal(app_key: str, secret: str) -> str:
        nonce = os.urandom(12)
        key = hashlib.sha256(app_key.encode()).digest()
        return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, secret.encode(), None)).decode()

    return seal


@pytest.fixture
def departments_answering(
    clock: Clock, sealed_secret: Callable[[str, str], str]
) -> Callable[..., ExchangeDepartments]:
    """Give the way to departments whose exchange answers every question with a response or with data."""

    def build(answer: object, *, call_timeout: float = 5.0) -> ExchangeDepartments:
        def handle(request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith("/secret"):
                data: object = {"secret": sealed_secret(_APP_KEY, "s3cret"), "expires_in": 600}
            elif callable(answer):
                given = answer(request)
                assert isinstance(given, httpx.Response)
                return given
            else:
                data = answer
            return httpx.Response(200, json={"code": "0", "message": "成功", "data": data})

        exchange = Exchange(
            ExchangeConfig("http://exchange.test/exchange", call_timeout=call_timeout, largest_answer=50_000),
            NationalSigner(sid="ruxue", app_key=_APP_KEY, wall_clock=clock),
            wall_clock=clock,
            transport=httpx.MockTransport(handle),
        )
        return ExchangeDepartments(exchange, clock=clock)

    return build


@pytest.fixture
def identity_answering(clock: Clock) -> Callable[..., OAuth2IdentityProvider]:
    """Give the way to an identity provider whose service answers with what is given for each endpoint."""
    token_given = {"access_token": "t0ken", "token_type": "Bearer", "expires_in": 600}

    def build(
        user_info: object = None, *, token: Handler | None = None, timeout: float = 5.0
    ) -> OAuth2IdentityProvider:
        def handle(request: httpx.Request) -> httpx.Response:
            if request.url.path.endswith("/token"):
                return token(request) if token else httpx.Response(200, json=token_given)
            if callable(user_info):
                given = user_info(request)
                assert isinstance(given, httpx.Response)
                return given
            return httpx.Response(200, content=orjson.dumps(user_info))

        config = OAuth2Config.at(
            "http://identity.test/identity/",
            redirect_uri="http://127.0.0.1:8000/sign-in/callback",
            client_id="ruxue-demo",
            client_secret="demo-secret",
        )
        config = replace(config, timeout=timeout)
        return OAuth2IdentityProvider(config, clock=clock, transport=httpx.MockTransport(handle))

    return build


@pytest.fixture
def calls_of(sandbox_url: str) -> Callable[[str], int]:
    """Give the way to count the calls a resource of the sandbox's exchange has had."""

    def count(rid: str) -> int:
        counters = httpx.get(f"{sandbox_url}/control/counters", trust_env=False).json()
        return int(counters[rid])

    return count


@pytest.fixture
def closed_url() -> str:
    """Give a loopback address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
def sandbox_url(moved_clock: _MovedClock) -> Iterator[str]:
    """Serve the sandbox on a free loopback port, on the test's clock and without its latency."""
    settings = SandboxSettings(families=12, latency_ms=0, secret_seconds=600)
    app = create_app(settings, clock=moved_clock.now)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning", lifespan="off"))
    serving = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    # a fault may still hold an answer back; nobody waits for it any more
    server.force_exit = server.should_exit = True
    serving.join(timeout=10)
    listening.close()
    assert not serving.is_alive()
