"""The national signature: HMAC-SHA256 with a request secret that is itself fetched and expires."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from enrolment.ports import Clock
from integrations.departments.errors import AnswerMalformed
from integrations.departments.signing.macs import base64_hmac_sha256
from integrations.departments.signing.signer import Call, Send, Signature

SECRET_PATH = "secret"  # noqa: S105 - a path, not a secret
REFUSALS = frozenset({"401", "4011"})
"""Codes that an old secret gets: expired, or unknown to an exchange that was restarted since."""

_NONCE = 12
_LONGEST_LIFE = 86_400


@dataclass(frozen=True, slots=True)
class _RequestSecret:
    text: str = field(repr=False)
    expires_at: datetime


class NationalSigner:
    """Signs with `sid`, `rid` and `rtime`; keeps the request secret until it expires.

    `wall_clock` is the machine's real time, since the exchange refuses calls that seem 90 s off.
    """

    def __init__(self, *, sid: str, app_key: str, wall_clock: Clock) -> None:
        self._sid = sid
        self._app_key = app_key.encode()
        self._clock = wall_clock
        self._secret: _RequestSecret | None = None
        self._fetching = asyncio.Lock()

    async def sign(self, call: Call, send: Send) -> Signature:
        """Sign sid + rid + rtime with the request secret, fetching it first when there is none."""
        secret, kept = await self._current(send)
        rtime = self._rtime()
        sign = base64_hmac_sha256(secret.text.encode(), f"{self._sid}{call.resource}{rtime}")
        headers = {"sid": self._sid, "rid": call.resource, "rtime": rtime, "sign": sign}
        return Signature(headers, sign, key=secret.text, mac=base64_hmac_sha256, renewable=kept)

    def discard(self, signature: Signature, code: str) -> bool:
        """Drop the secret that was refused, unless another call has renewed it meanwhile."""
        if code not in REFUSALS:
            return False
        if self._secret is not None and self._secret.text == signature.key:
            self._secret = None
        return signature.renewable

    async def _current(self, send: Send) -> tuple[_RequestSecret, bool]:
        if (kept := self._kept()) is not None:
            return kept, True
        async with self._fetching:
            # whoever waited here finds what the first one fetched
            if (kept := self._kept()) is not None:
                return kept, True
            self._secret = await self._fetch(send)
            return self._secret, False

    def _kept(self) -> _RequestSecret | None:
        secret = self._secret
        return secret if secret is not None and self._clock.now() < secret.expires_at else None

    async def _fetch(self, send: Send) -> _RequestSecret:
        asked_at = self._clock.now()
        rtime = self._rtime()
        sign = base64_hmac_sha256(self._app_key, f"{self._sid}{rtime}")
        data = await send(SECRET_PATH, {"sid": self._sid, "rtime": rtime, "sign": sign})
        if not isinstance(data, dict):
            raise AnswerMalformed("the answer holds no request secret")
        life = data.get("expires_in")
        if not isinstance(life, int) or isinstance(life, bool) or not 0 < life <= _LONGEST_LIFE:
            raise AnswerMalformed("the request secret has no life time in seconds")
        return _RequestSecret(self._decrypted(data.get("secret")), asked_at + timedelta(seconds=life))

    def _decrypted(self, sealed: object) -> str:
        if not isinstance(sealed, str):
            raise AnswerMalformed("the answer holds no request secret")
        try:
            raw = base64.b64decode(sealed, validate=True)
            key = hashlib.sha256(self._app_key).digest()
            secret = AESGCM(key).decrypt(raw[:_NONCE], raw[_NONCE:], None).decode("ascii")
        except (binascii.Error, InvalidTag, ValueError) as error:
            raise AnswerMalformed("the request secret does not open with the app key") from error
        if not secret:
            raise AnswerMalformed("the request secret is empty")
        return secret

    def _rtime(self) -> str:
        return str(int(self._clock.now().timestamp() * 1000))
