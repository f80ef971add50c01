"""A question whose signature was found good, and the signature its answer gets."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sandbox.exchange.keeping.macs import Mac


@dataclass(frozen=True, slots=True)
class SignedQuestion:
    """A question's signature, what made it, and the body it came with."""

    proof: str
    key: str
    mac: Mac
    body: bytes

    def headers_for(self, answer: bytes, now: datetime) -> dict[str, str]:
        """Give the headers that show an answer to be the one to this question, at this time."""
        rtime = str(int(now.timestamp() * 1000))
        text = f"{self.proof}\n{_digest(self.body)}\n{rtime}\n{_digest(answer)}\n"
        return {"rtime": rtime, "sign": self.mac(self.key, text)}


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
