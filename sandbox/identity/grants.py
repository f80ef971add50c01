"""The codes and access tokens the identity service has given out, in memory."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.settings import Clock

CODE_LIFE = timedelta(minutes=5)
TOKEN_LIFE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signed in, for which client, to return where, releasing what."""

    family_code: str
    client_id: str
    redirect_uri: str
    scope: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Held:
    sign_in: SignIn
    expires_at: datetime


class Grants:
    """Gives codes that work once and tokens that work until they expire."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._codes: dict[str, _Held] = {}
        self._tokens: dict[str, _Held] = {}
        self._token_of: dict[str, str] = {}

    def give_code(self, sign_in: SignIn) -> str:
        """Give a single-use code for a sign-in."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = _Held(sign_in, self._clock() + CODE_LIFE)
        return code

    def redeem(self, code: str, client_id: str, redirect_uri: str) -> str | None:
        """Exchange a code for an access token; None when it is unknown, used, stale or somebody else's.

        A code that comes twice has leaked, so the token it bought is withdrawn.
        """
        if code in self._token_of:
            self._tokens.pop(self._token_of[code], None)
            return None
        held = self._codes.pop(code, None)
        if held is None or self._clock() >= held.expires_at:
            return None
        if (held.sign_in.client_id, held.sign_in.redirect_uri) != (client_id, redirect_uri):
            return None
        token = secrets.token_urlsafe(32)
        self._tokens[token] = _Held(held.sign_in, self._clock() + TOKEN_LIFE)
        self._token_of[code] = token
        return token

    def holder(self, token: str) -> SignIn | None:
        """Tell whose access token this is; None when it is unknown or stale."""
        held = self._tokens.get(token)
        return held.sign_in if held is not None and self._clock() < held.expires_at else None
