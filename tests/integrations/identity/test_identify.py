"""The code flow: a code for a token, the token for a person."""

import asyncio
from collections.abc import AsyncIterator, Callable
from urllib.parse import parse_qs

import httpx
import pytest

from enrolment.model.errors import IdentityUnavailable, SignInRefused
from enrolment.model.people import Person, VerifiedIdentity
from integrations.identity import OAuth2IdentityProvider

_MOTHER = "370102199003074121"
_CHILD = "37010220201015006X"
_USER: dict[str, object] = {
    "sub": "axd-1",
    "name": "王芳",
    "id_number": _MOTHER,
    "phone": "19900000000",
    "real_name_verified": True,
    "virtual": False,
    "family": [{"name": "张小轩", "id_number": _CHILD, "relation": "子"}],
}
_TOKEN: dict[str, object] = {"access_token": "t0ken", "token_type": "Bearer", "expires_in": 600}

Answering = Callable[..., OAuth2IdentityProvider]


class _Endless(httpx.AsyncByteStream):
    """An answer that never begins."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        await asyncio.Event().wait()
        yield b""


async def test_guardian_is_identified_when_code_and_token_are_good(identity_answering: Answering) -> None:
    """Both requests are those of the standard, and the answer is the guardian with the child."""
    seen: list[httpx.Request] = []

    def token(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=_TOKEN)

    def user_info(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=_USER)

    identity = await identity_answering(user_info, token=token).identify("c0de")
    assert identity == VerifiedIdentity(Person("王芳", _MOTHER), (Person("张小轩", _CHILD),))
    asked_token, asked_user = seen
    assert asked_token.method == "POST"
    assert parse_qs(asked_token.content.decode(), strict_parsing=True) == {
        "grant_type": ["authorization_code"],
        "code": ["c0de"],
        "redirect_uri": ["http://127.0.0.1:8000/sign-in/callback"],
        "client_id": ["ruxue-demo"],
        "client_secret": ["demo-secret"],
    }
    assert asked_user.headers["Authorization"] == "Bearer t0ken"
    assert asked_user.url.query == b""


@pytest.mark.parametrize("code", ["", "x" * 513])
async def test_sign_in_is_refused_when_the_code_cannot_be_one(
    identity_answering: Answering, code: str
) -> None:
    """An empty or endless code is not sent on."""

    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url.path} was asked")

    with pytest.raises(SignInRefused, match="empty or too long"):
        await identity_answering(token=never).identify(code)


@pytest.mark.parametrize(
    ("status", "body", "kind", "reason"),
    [
        (400, {"error": "invalid_grant"}, SignInRefused, "unknown, used or expired"),
        (403, {"error": "access_denied"}, SignInRefused, "did not agree"),
        (401, {"error": "invalid_client"}, IdentityUnavailable, "does not know this client"),
        (400, {"error": "invalid_request"}, IdentityUnavailable, "does not understand"),
        (400, {"error": "王芳"}, IdentityUnavailable, "not in the standard"),
        (400, {"error": ["invalid_grant"]}, IdentityUnavailable, "not in the standard"),
        (400, ["invalid_grant"], IdentityUnavailable, "not an object"),
        (404, {}, IdentityUnavailable, "HTTP 404"),
        (500, {"error": "invalid_grant"}, IdentityUnavailable, "HTTP 500"),
        (302, {}, IdentityUnavailable, "HTTP 302"),
        (200, {"error": "invalid_grant"}, IdentityUnavailable, "no access token"),
        (200, _TOKEN | {"access_token": ""}, IdentityUnavailable, "no access token"),
        (200, _TOKEN | {"access_token": "a\r\nX-Evil: 1"}, IdentityUnavailable, "no access token"),
        (200, _TOKEN | {"access_token": 7}, IdentityUnavailable, "no access token"),
        (200, _TOKEN | {"token_type": "mac"}, IdentityUnavailable, "not a bearer"),
        (200, _TOKEN | {"token_type": None}, IdentityUnavailable, "not a bearer"),
    ],
)
async def test_sign_in_fails_by_name_when_the_token_endpoint_refuses(
    identity_answering: Answering, status: int, body: object, kind: type[Exception], reason: str
) -> None:
    """The guardian's part is a refusal, everything else is the service's or ours."""
    provider = identity_answering(_USER, token=lambda _request: httpx.Response(status, json=body))
    with pytest.raises(kind, match=reason):
        await provider.identify("c0de")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (httpx.Response(401, json={"error": "invalid_token"}), "HTTP 401"),
        (httpx.Response(503), "HTTP 503"),
        (httpx.Response(200, content=b"<html>"), "not JSON"),
        (httpx.Response(200, json=[_USER]), "not an object"),
        (httpx.Response(200, content=b" " * 200_001), "larger than"),
        (httpx.Response(200, headers={"Content-Encoding": "br"}, stream=_Endless()), "compressed"),
    ],
)
async def test_identity_is_unavailable_when_the_user_info_fails(
    identity_answering: Answering, answer: httpx.Response, reason: str
) -> None:
    """Each failure of the second request is named."""
    with pytest.raises(IdentityUnavailable, match=reason):
        await identity_answering(lambda _request: answer).identify("c0de")


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (httpx.ConnectError("refused"), "could not be reached"),
        (httpx.ReadTimeout("late"), "in time"),
        (httpx.RemoteProtocolError("closed"), "could not be reached"),
    ],
)
async def test_code_is_sent_once_when_the_connection_fails(
    identity_answering: Answering, failure: Exception, reason: str
) -> None:
    """A code works once, so that sending it again could only be refused."""
    sent: list[httpx.Request] = []

    def fail(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        raise failure

    with pytest.raises(IdentityUnavailable, match=reason):
        await identity_answering(token=fail).identify("c0de")
    assert len(sent) == 1


async def test_identity_is_unavailable_when_the_answer_never_comes(identity_answering: Answering) -> None:
    """The time limit holds for the sign-in as a whole."""
    provider = identity_answering(lambda _request: httpx.Response(200, stream=_Endless()), timeout=0.1)
    with pytest.raises(IdentityUnavailable, match="in time"):
        await provider.identify("c0de")


@pytest.mark.parametrize(("status", "alive"), [(405, True), (200, True), (502, False)])
async def test_ping_succeeds_when_the_service_answers_at_all(
    identity_answering: Answering, status: int, *, alive: bool
) -> None:
    """A token endpoint refuses to be read, which shows that it lives."""
    provider = identity_answering(token=lambda _request: httpx.Response(status))
    if alive:
        await provider.ping()
    else:
        with pytest.raises(IdentityUnavailable, match="HTTP 502"):
            await provider.ping()
    await provider.aclose()
