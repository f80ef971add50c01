"""The national scheme: issues request secrets and verifies the signatures made with them."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.exchange.envelope import Code, Refused
from sandbox.exchange.keeping.macs import hmac_sha256, seal, signed_by
from sandbox.exchange.keeping.signed import SignedQuestion
from sandbox.settings import Clock, SandboxSettings

_REMEMBERED = 100
_MILLISECONDS = re.compile(r"\d{1,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Issued:
    secret: str
    expires_at: datetime


class NationalDesk:
    """Holds the request secrets in force and a few that were, to tell an expired one from a wrong one."""

    def __init__(self, settings: SandboxSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._issued: list[_Issued] = []

    def issue(self, sid: str, rtime: str, signature: str) -> str:
        """Issue a sealed request secret to a caller who proves to hold the app key.

        Raises Refused when the signature is wrong or the time is off.
        """
        app_key = self._settings.exchange_app_key
        known = sid == self._settings.exchange_sid
        if not known or not signed_by(hmac_sha256, app_key, sid + rtime, signature):
            raise Refused(Code.BAD_SIGNATURE)
        self._check_time(rtime)
        lifetime = timedelta(seconds=self._settings.secret_seconds)
        issued = _Issued(secrets.token_hex(16), self._clock() + lifetime)
        self._issued = [issued, *self._issued][:_REMEMBERED]
        return seal(app_key, issued.secret)

    def verify(self, rid: str, headers: Mapping[str, str], body: bytes) -> SignedQuestion:
        """Let a request pass that a secret in force has signed just now.

        Raises Refused when the signature is wrong, its secret has expired, or the time is off.
        """
        named, sid, rtime, proof = (headers.get(name, "") for name in ("rid", "sid", "rtime", "sign"))
        if named != rid:
            raise Refused(Code.BAD_QUERY)
        if sid != self._settings.exchange_sid:
            raise Refused(Code.BAD_SIGNATURE)
        text = sid + rid + rtime
        signer = next(
            (each for each in self._issued if signed_by(hmac_sha256, each.secret, text, proof)), None
        )
        if signer is None:
            raise Refused(Code.BAD_SIGNATURE)
        if self._clock() >= signer.expires_at:
            raise Refused(Code.EXPIRED)
        self._check_time(rtime)
        return SignedQuestion(proof, signer.secret, hmac_sha256, body)

    def _check_time(self, rtime: str) -> None:
        if not _MILLISECONDS.fullmatch(rtime):
            raise Refused(Code.BAD_QUERY)
        skew = abs(self._clock().timestamp() - int(rtime) / 1000)
        if skew > self._settings.skew_seconds:
            raise Refused(Code.TIME_SKEWED)
