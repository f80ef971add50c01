"""The provincial signature: a lasting key pair, and an HMAC over the request line and the date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from enrolment.ports import Clock
from integrations.departments.signing.macs import Mac, base64_hmac_sha256, base64_hmac_sm3
from integrations.departments.signing.signer import Call, Send, Signature

METHOD = "POST"
_MACS: dict[str, Mac] = {"hmac-sha256": base64_hmac_sha256, "hmac-sm3": base64_hmac_sm3}


@dataclass(frozen=True, slots=True)
class ProvincialHeaders:
    """What a province calls the headers that carry a signature."""

    access_key: str = "X-BG-HMAC-ACCESS-KEY"
    algorithm: str = "X-BG-HMAC-ALGORITHM"
    date: str = "X-BG-DATE-TIME"
    signature: str = "X-BG-HMAC-SIGNATURE"


class ProvincialSigner:
    """Signs METHOD, path, query, access key and date, each ended by a line feed.

    `algorithm` is hmac-sha256 or hmac-sm3. `wall_clock` is the machine's real time, since the exchange
    refuses calls that seem 90 s off.
    """

    def __init__(
        self,
        *,
        access_key: str,
        secret_key: str,
        wall_clock: Clock,
        algorithm: str = "hmac-sha256",
        headers: ProvincialHeaders | None = None,
    ) -> None:
        self._access_key = access_key
        self._secret_key = secret_key
        self._clock = wall_clock
        self._algorithm = algorithm
        self._mac = _MACS[algorithm]
        self._headers = headers or ProvincialHeaders()

    async def sign(self, call: Call, send: Send) -> Signature:  # noqa: ARG002 - nothing is to be fetched
        """Sign the request line; the query goes in the body, so that of the address is empty."""
        date = _http_date(self._clock.now())
        proof = self._mac(self._secret_key.encode(), f"{METHOD}\n{call.path}\n\n{self._access_key}\n{date}\n")
        names = self._headers
        headers = {
            names.access_key: self._access_key,
            names.algorithm: self._algorithm,
            names.date: date,
            names.signature: proof,
        }
        return Signature(headers, proof, key=self._secret_key, mac=self._mac, renewable=False)

    def discard(self, signature: Signature, code: str) -> bool:  # noqa: ARG002 - a lasting key grows not old
        """A lasting key that is refused stays refused."""
        return False


def _http_date(now: datetime) -> str:
    return format_datetime(now.astimezone(UTC), usegmt=True)
