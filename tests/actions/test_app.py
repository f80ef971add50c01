"""The action server answers failures without repeating anything of the call."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any, NoReturn

import httpx
import pytest
import pytest_asyncio
import structlog
from sanic import Sanic

from actions.app import create_app
from actions.services import Services
from tests.actions.calls import call, message
from tests.actions.surroundings import Surroundings

SECRET = "绝密的值"


def broken(*_words: object) -> NoReturn:
    """A service with a mistake in it, whose exception holds a value."""
    raise ValueError(SECRET)


async def served(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """Serve the actions on a free loopback port."""
    app = create_app(services)
    # Sanic takes port 0 for its own default, so the free port is found before.
    with socket.create_server(("127.0.0.1", 0)) as door:
        server: Any = await app.create_server(sock=door, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{door.getsockname()[1]}") as client:
            yield client
        await server.close()


@pytest.fixture(autouse=True)
def _many_apps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one process make the server more than once."""
    monkeypatch.setattr(Sanic, "test_mode", True)


@pytest.fixture
def surroundings() -> Surroundings:
    """The services' surroundings."""
    return Surroundings()


@pytest_asyncio.fixture
async def client(surroundings: Surroundings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the server over working services."""
    async for each in served(surroundings.services()):
        yield each


@pytest_asyncio.fixture
async def client_of_broken(surroundings: Surroundings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the server over services with a mistake."""
    async for each in served(replace(surroundings.services(), show_progress=broken)):
        yield each


async def test_health_is_ok_when_the_server_runs(client: httpx.AsyncClient) -> None:
    """The supervisor can ask."""
    assert (await client.get("/health")).json() == {"status": "ok"}


async def test_turn_is_refused_without_an_echo_when_the_database_is_down(
    client: httpx.AsyncClient, surroundings: Surroundings
) -> None:
    """The engine gives the turn up; the log names the part and no value."""
    surroundings.database_down = True
    with structlog.testing.capture_logs() as logs:
        answer = await client.post("/webhook", json=call("action_show_progress", child=SECRET))

    assert (answer.status_code, answer.json()) == (503, {"error": "part_unavailable", "part": "storage"})
    assert [(line["event"], line["part"]) for line in logs] == [("part_unavailable", "storage")]
    assert SECRET not in str(logs)


async def test_guardian_gets_a_kind_sentence_when_an_action_has_a_mistake(
    client_of_broken: httpx.AsyncClient,
) -> None:
    """The mistake is logged by its type; neither answer nor log holds a value."""
    with structlog.testing.capture_logs() as logs:
        answer = await client_of_broken.post("/webhook", json=call("action_show_progress", child=SECRET))

    assert answer.status_code == 200
    assert "出了点问题" in answer.json()["responses"][0]["text"]
    assert [(line["event"], line["error"]) for line in logs] == [("action_failed", "ValueError")]
    assert SECRET not in answer.text + str(logs)


async def test_call_is_refused_without_an_echo_when_it_is_malformed(client: httpx.AsyncClient) -> None:
    """rasa-sdk's own handler would answer with the whole request."""
    body = call("action_greet", message(SECRET)) | {"tracker": {"slots": {"child": SECRET}}}

    answer = await client.post("/webhook", json=body)

    assert (answer.status_code, answer.json()) == (500, {"error": "action_failed"})
