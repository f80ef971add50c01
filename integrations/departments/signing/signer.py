"""How calls to the exchange are signed: a strategy, because provinces differ."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from integrations.departments.signing.macs import Mac

Send = Callable[[str, Mapping[str, str]], Awaitable[object]]
"""Posts a query, unsigned, to a path of the exchange and returns the data of the answer."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is to be signed: the resource asked for, the path it is posted to, the body as sent."""

    resource: str
    path: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signature:
    """The headers that authorise a call.

    `proof` is the signature among them, `key` what it was made with, by `mac`: an exchange that signs its
    answers does so with the same. `renewable` says that the key was kept from an earlier call, so that a
    refusal may only mean that it grew old.
    """

    headers: Mapping[str, str] = field(repr=False)
    proof: str = field(repr=False)
    key: str = field(repr=False)
    mac: Mac
    renewable: bool


class Signer(Protocol):
    """A way to sign calls."""

    async def sign(self, call: Call, send: Send) -> Signature:
        """Sign a call; `send` reaches the exchange for what the signer itself must fetch."""
        ...

    def discard(self, signature: Signature, code: str) -> bool:
        """Drop the key of a signature refused with this code; say whether signing again may help."""
        ...
