"""Signing in over real HTTP, against the sandbox's identity service."""

import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from enrolment.model.errors import IdentityUnavailable, SignInRefused
from enrolment.model.people import Person
from enrolment.ports import Clock
from integrations.identity import OAuth2Config, OAuth2IdentityProvider
from sandbox.families import Family, families

_CALLBACK = "http://127.0.0.1:9181/sign-in/callback"

Connecting = Callable[..., OAuth2IdentityProvider]


@pytest.fixture
async def connect(sandbox_url: str, clock: Clock) -> AsyncIterator[Connecting]:
    """Give the way to an identity provider at the sandbox."""
    connected: list[OAuth2IdentityProvider] = []

    def build(**changed: Any) -> OAuth2IdentityProvider:  # noqa: ANN401 - the fields have types of their own
        config = OAuth2Config.at(
            f"{sandbox_url}/identity",
            redirect_uri=_CALLBACK,
            client_id="ruxue-demo",
            client_secret="demo-secret",
        )
        config = replace(config, **changed)
        connected.append(OAuth2IdentityProvider(config, clock=clock))
        return connected[-1]

    yield build
    for provider in connected:
        await provider.aclose()


async def _returned(url: str, family: Family, decision: str = "agree") -> dict[str, list[str]]:
    """Sign in as a browser would, and say what came back."""
    address = urlsplit(url)
    form = {name: values[0] for name, values in parse_qs(address.query).items()}
    async with httpx.AsyncClient(trust_env=False) as browser:
        assert (await browser.get(url)).status_code == 200
        answer = await browser.post(
            f"{address.scheme}://{address.netloc}{address.path}",
            data=form | {"sign_in_name": family.sign_in_name, "decision": decision},
        )
    assert answer.status_code == 303
    back = answer.headers["location"]
    assert back.startswith(f"{_CALLBACK}?")
    return parse_qs(urlsplit(back).query, strict_parsing=True)


async def test_guardian_is_identified_when_she_agrees(connect: Connecting) -> None:
    """The state comes back as it went, and every child of the family is offered."""
    provider = connect()
    for family in families(12):
        back = await _returned(provider.sign_in_url("st&te/+ 1"), family)
        assert back["state"] == ["st&te/+ 1"]
        identity = await provider.identify(back["code"][0])
        assert identity.guardian == Person(family.signs_in.name, family.signs_in.id_number)
        assert [child.id_number for child in identity.children] == [c.id_number for c in family.children]


async def test_sign_in_is_refused_when_the_code_comes_twice(connect: Connecting) -> None:
    """A code buys one identity."""
    provider = connect()
    (code,) = (await _returned(provider.sign_in_url("s1"), families(12)[0]))["code"]
    await provider.identify(code)
    with pytest.raises(SignInRefused, match="unknown, used or expired"):
        await provider.identify(code)


async def test_sign_in_is_refused_when_the_code_is_too_old(
    connect: Connecting, advance: Callable[[float], None]
) -> None:
    """The sandbox's codes live five minutes."""
    provider = connect()
    (code,) = (await _returned(provider.sign_in_url("s1"), families(12)[0]))["code"]
    advance(301)
    with pytest.raises(SignInRefused):
        await provider.identify(code)


async def test_sign_in_is_refused_when_the_code_was_given_for_another_address(connect: Connecting) -> None:
    """A code stolen from one redirect address is worth nothing at another."""
    (code,) = (await _returned(connect().sign_in_url("s1"), families(12)[0]))["code"]
    with pytest.raises(SignInRefused):
        await connect(redirect_uri="http://127.0.0.1:9182/").identify(code)


async def test_nobody_is_identified_when_she_declines(connect: Connecting) -> None:
    """Declining brings back an error with the state, and no code."""
    back = await _returned(connect().sign_in_url("s1"), families(12)[0], decision="cancel")
    assert back == {"error": ["access_denied"], "state": ["s1"]}


async def test_identity_is_unavailable_when_the_client_secret_is_wrong(connect: Connecting) -> None:
    """Our own mistake is not told to the guardian as hers."""
    with pytest.raises(IdentityUnavailable, match="does not know this client"):
        await connect(client_secret="wrong").identify("c0de")


async def test_log_names_nobody_when_everything_is_logged(
    connect: Connecting, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither people nor codes and secrets are in the log, however talkative the HTTP library is."""
    family = families(12)[0]
    provider = connect()
    (code,) = (await _returned(provider.sign_in_url("s1"), family))["code"]
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    await provider.identify(code)
    assert "/identity/userinfo" in caplog.text
    private = [text for person in family.people for text in (person.name, person.id_number)]
    assert not [text for text in (*private, code, "demo-secret") if text in caplog.text]


async def test_ping_succeeds_when_the_service_is_up(connect: Connecting) -> None:
    """The sandbox answers."""
    await connect().ping()


async def test_ping_fails_when_nobody_listens(clock: Clock, closed_url: str) -> None:
    """A closed port is named as unreachable."""
    config = OAuth2Config.at(closed_url, redirect_uri=_CALLBACK, client_id="c", client_secret="s")
    provider = OAuth2IdentityProvider(config, clock=clock)
    with pytest.raises(IdentityUnavailable, match="could not be reached"):
        await provider.ping()
    await provider.aclose()
