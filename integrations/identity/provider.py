"""The unified identity service by the OAuth2 authorization-code flow (RFC 6749, 4.1)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from http import HTTPStatus

import httpx
import orjson

from enrolment.model.errors import IdentityUnavailable, SignInRefused
from enrolment.model.people import VerifiedIdentity
from enrolment.ports import Clock
from integrations.answers import PLAIN, read_capped
from integrations.identity.config import OAuth2Config
from integrations.identity.errors import AnswerMalformed, as_identity_unavailable, oauth_error
from integrations.identity.userinfo import read_identity

_LONGEST_CODE = 512
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]+=*")
_REFUSALS = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})


class OAuth2IdentityProvider:
    """Implements `enrolment.ports.IdentityProvider`.

    Nothing is retried: a code works once, and a guardian can sign in again.
    """

    def __init__(
        self, config: OAuth2Config, *, clock: Clock, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._config = config
        self._clock = clock
        # sign-ins are rare: a connection kept for later would mostly be found closed
        self._client = httpx.AsyncClient(
            transport=transport,
            timeout=config.timeout,
            limits=httpx.Limits(max_connections=20, max_keepalive_connections=20, keepalive_expiry=1.0),
            headers={**PLAIN, "Accept": "application/json"},
            trust_env=False,
        )

    def sign_in_url(self, state: str) -> str:
        """Where the guardian signs in; the state comes back with the answer."""
        asked = {
            "response_type": "code",
            "client_id": self._config.client_id,
            "redirect_uri": self._config.redirect_uri,
            "scope": self._config.scope,
            "state": state,
        }
        return str(httpx.URL(self._config.authorize_url).copy_merge_params(asked))

    async def identify(self, code: str) -> VerifiedIdentity:
        """Trade a sign-in code for the verified identity; raise SignInRefused or IdentityUnavailable."""
        if not code or len(code) > _LONGEST_CODE:
            raise SignInRefused("the sign-in code is empty or too long")
        with as_identity_unavailable():
            async with asyncio.timeout(self._config.timeout):
                token = await self._token(code)
                answer = await self._user_info(token)
            return read_identity(answer, self._config.fields, today=self._clock.today())

    async def ping(self) -> None:
        """See whether the identity service answers; raise IdentityUnavailable when it does not.

        Any answer but a server error will do: a token endpoint refuses to be read.
        """
        with as_identity_unavailable():
            async with (
                asyncio.timeout(self._config.timeout),
                self._client.stream("GET", self._config.token_url) as response,
            ):
                if response.is_server_error:
                    raise _broken(response)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _token(self, code: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._config.redirect_uri,
            "client_id": self._config.client_id,
            "client_secret": self._config.client_secret,
        }
        async with self._client.stream("POST", self._config.token_url, data=form) as response:
            if response.status_code in _REFUSALS:
                raise oauth_error((await self._object(response)).get("error"))
            answer = await self._answer(response)
        token = answer.get("access_token")
        kind = answer.get("token_type")
        if not isinstance(token, str) or not _TOKEN.fullmatch(token):
            raise AnswerMalformed("the token answer holds no access token")
        if not isinstance(kind, str) or kind.lower() != "bearer":
            raise AnswerMalformed("the access token is not a bearer token")
        return token

    async def _user_info(self, token: str) -> Mapping[str, object]:
        headers = {"Authorization": f"Bearer {token}"}
        async with self._client.stream("GET", self._config.userinfo_url, headers=headers) as response:
            return await self._answer(response)

    async def _answer(self, response: httpx.Response) -> Mapping[str, object]:
        if response.status_code != HTTPStatus.OK:
            raise _broken(response)
        return await self._object(response)

    async def _object(self, response: httpx.Response) -> Mapping[str, object]:
        body = await read_capped(response, self._config.largest_answer)
        try:
            answer = orjson.loads(body)
        except orjson.JSONDecodeError:
            # the decoder's error carries the whole document
            raise AnswerMalformed("the identity service's answer is not JSON") from None
        if not isinstance(answer, dict):
            raise AnswerMalformed("the identity service's answer is not an object")
        return answer


def _broken(response: httpx.Response) -> IdentityUnavailable:
    return IdentityUnavailable(f"the identity service answers with HTTP {response.status_code}")
