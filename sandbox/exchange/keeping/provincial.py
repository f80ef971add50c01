"""Verifies the provincial signature: a lasting key pair, HMAC-SHA256 or HMAC-SM3 over the request line."""

from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from sandbox.exchange.envelope import Code, Refused
from sandbox.exchange.keeping.macs import Mac, hmac_sha256, hmac_sm3, signed_by
from sandbox.exchange.keeping.signed import SignedQuestion
from sandbox.settings import Clock, SandboxSettings

ACCESS_KEY = "x-bg-hmac-access-key"
_ALGORITHM = "x-bg-hmac-algorithm"
_DATE = "x-bg-date-time"
_SIGNATURE = "x-bg-hmac-signature"
_MACS: Mapping[str, Mac] = {"hmac-sha256": hmac_sha256, "hmac-sm3": hmac_sm3}


class ProvincialDesk:
    """Knows one access key and its secret key: the requester and the app key of the national scheme."""

    def __init__(self, settings: SandboxSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def verify(self, headers: Mapping[str, str], path: str, body: bytes) -> SignedQuestion:
        """Let a request pass that the secret key has signed just now; raise Refused otherwise."""
        access_key, date = headers.get(ACCESS_KEY, ""), headers.get(_DATE, "")
        mac = _MACS.get(headers.get(_ALGORITHM, ""))
        proof, key = headers.get(_SIGNATURE, ""), self._settings.exchange_app_key
        if mac is None or access_key != self._settings.exchange_sid:
            raise Refused(Code.BAD_SIGNATURE)
        if not signed_by(mac, key, f"POST\n{path}\n\n{access_key}\n{date}\n", proof):
            raise Refused(Code.BAD_SIGNATURE)
        self._check_time(date)
        return SignedQuestion(proof, key, mac, body)

    def _check_time(self, date: str) -> None:
        try:
            asked = parsedate_to_datetime(date)
        except ValueError:
            raise Refused(Code.BAD_QUERY) from None
        if asked.tzinfo is None:
            raise Refused(Code.BAD_QUERY)
        if abs((self._clock() - asked).total_seconds()) > self._settings.skew_seconds:
            raise Refused(Code.TIME_SKEWED)
