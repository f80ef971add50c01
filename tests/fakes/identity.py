"""An identity service that knows the codes a test gave it."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.errors import IdentityUnavailable, SignInRefused
from enrolment.model.people import VerifiedIdentity


class FakeIdentityProvider:
    """Implements `IdentityProvider`; every code works once."""

    def __init__(self, identities: Mapping[str, VerifiedIdentity] | None = None) -> None:
        self._identities = dict(identities or {})
        self.down = False

    def sign_in_url(self, state: str) -> str:
        """Where to sign in."""
        return f"https://identity.example/authorize?state={state}"

    async def identify(self, code: str) -> VerifiedIdentity:
        """Give the identity of a code; raise SignInRefused for an unknown or used one."""
        if self.down:
            raise IdentityUnavailable("the identity service is down")
        if code not in self._identities:
            raise SignInRefused("the code is unknown or was used")
        return self._identities.pop(code)
