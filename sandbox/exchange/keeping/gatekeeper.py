"""Checks who asks, by whichever scheme the question is signed."""

from collections.abc import Mapping

from sandbox.exchange.keeping.national import NationalDesk
from sandbox.exchange.keeping.provincial import ACCESS_KEY, ProvincialDesk
from sandbox.exchange.keeping.signed import SignedQuestion
from sandbox.settings import Clock, SandboxSettings


class Gatekeeper:
    """The desks of both kinds of scheme; a question goes to the one its headers name."""

    def __init__(self, settings: SandboxSettings, clock: Clock) -> None:
        self.national = NationalDesk(settings, clock)
        self._provincial = ProvincialDesk(settings, clock)

    def verify(self, rid: str, path: str, headers: Mapping[str, str], body: bytes) -> SignedQuestion:
        """Let a question pass that is signed as it should be; raise Refused otherwise."""
        if ACCESS_KEY in headers:
            return self._provincial.verify(headers, path, body)
        return self.national.verify(rid, headers, body)
