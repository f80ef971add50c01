"""Complete a sign-in: trade the code for the verified guardian and bind them to the conversation."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from enrolment.model.errors import SignInRefused
from enrolment.model.people import VerifiedIdentity
from enrolment.model.sign_in import SignIn
from enrolment.ports import BeginWork, Clock, IdentityProvider


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in, and on which conversation."""

    conversation_id: str
    guardian_id: str


async def complete_sign_in(
    state: str, code: str, *, begin: BeginWork, provider: IdentityProvider, clock: Clock
) -> SignedIn:
    """Use up the sign-in, learn who it is, and store the guardian with the children of the household.

    Raises SignInRefused when the state or the code cannot be accepted, IdentityUnavailable.
    """
    sign_in = await asyncio.to_thread(_take, state, begin, clock)
    try:
        identity = await provider.identify(code)
    except SignInRefused as refused:
        raise SignInRefused(str(refused), sign_in.conversation_id) from refused
    return await asyncio.to_thread(_bind, sign_in, identity, begin, clock)


def _take(state: str, begin: BeginWork, clock: Clock) -> SignIn:
    with begin() as work:
        sign_in = work.sign_ins.take(state, clock.now())
        work.commit()
    return sign_in


def _bind(sign_in: SignIn, identity: VerifiedIdentity, begin: BeginWork, clock: Clock) -> SignedIn:
    with begin() as work:
        guardian = work.guardians.upsert(identity.guardian)
        work.guardians.set_children(guardian.id, identity.children)
        work.sign_ins.bind(sign_in.conversation_id, guardian.id, clock.now())
        work.commit()
    return SignedIn(sign_in.conversation_id, guardian.id)
