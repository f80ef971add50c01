"""Whether an answer comes from the exchange, to this very question, just now."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integrations.departments.errors import AnswerForged, AnswerUntimely
from integrations.departments.signing.signer import Call, Signature

_MILLISECONDS = re.compile(r"\d{1,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class AnswerSeal:
    """What an exchange that signs its answers calls the headers of the time and the signature.

    Signed are the question's signature, the digest of its body, the time and the digest of the answer, so
    that an answer to another question, or to this one at another time, does not fit.
    """

    time: str = "rtime"
    signature: str = "sign"
    skew_seconds: float = 90

    def check(
        self, headers: Mapping[str, str], body: bytes, *, call: Call, signature: Signature, now: datetime
    ) -> None:
        """Raise AnswerForged or AnswerUntimely unless the answer is the one to this call."""
        time, given = headers.get(self.time, ""), headers.get(self.signature, "")
        if not given or not _MILLISECONDS.fullmatch(time):
            raise AnswerForged("the answer is not signed")
        text = f"{signature.proof}\n{_digest(call.body)}\n{time}\n{_digest(body)}\n"
        if not hmac.compare_digest(signature.mac(signature.key.encode(), text).encode(), given.encode()):
            raise AnswerForged("the answer's signature is not the exchange's, or not for this question")
        if abs(now.timestamp() - int(time) / 1000) > self.skew_seconds:
            raise AnswerUntimely("the answer was signed too long ago, or this machine's clock is wrong")


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
