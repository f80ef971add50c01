"""Start a sign-in: a link to the unified identity service that comes back to this conversation."""

from __future__ import annotations

from datetime import timedelta

from enrolment.model.sign_in import SignIn
from enrolment.ports import BeginWork, Clock, IdentityProvider, Ids

SIGN_IN_LASTS = timedelta(minutes=10)


def start_sign_in(
    conversation_id: str, *, begin: BeginWork, provider: IdentityProvider, ids: Ids, clock: Clock
) -> str:
    """Remember that this conversation asks for a sign-in and give the address to sign in at."""
    now = clock.now()
    sign_in = SignIn(ids.new(), conversation_id, started_at=now, expires_at=now + SIGN_IN_LASTS)
    with begin() as work:
        work.sign_ins.add(sign_in)
        work.commit()
    return provider.sign_in_url(sign_in.state)
