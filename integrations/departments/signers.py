"""How calls to the exchange are signed: a strategy, because provinces differ."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

Send = Callable[[str, Mapping[str, str]], Awaitable[object]]
"""Posts a query, unsigned, to a path of the exchange and returns the data of the answer."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is to be signed: the resource asked for and the query as sent."""

    resource: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signature:
    """The headers that authorise a call.

    `key` names the key they were made with. `renewable` says that the key was kept from an earlier
    call, so that a refusal may only mean that it grew old.
    """

    headers: Mapping[str, str] = field(repr=False)
    key: str = field(repr=False)
    renewable: bool


class Signer(Protocol):
    """A way to sign calls."""

    async def sign(self, call: Call, send: Send) -> Signature:
        """Sign a call; `send` reaches the exchange for what the signer itself must fetch."""
        ...

    def discard(self, signature: Signature, code: str) -> bool:
        """Drop the key of a signature refused with this code; say whether signing again may help."""
        ...


def base64_hmac_sha256(key: bytes, text: str) -> str:
    """Base64 of the HMAC-SHA256 of a text."""
    return base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode("ascii")
