"""Signing in: from a link to a guardian bound to the conversation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enrolment.model.errors import IdentityUnavailable, NotSignedIn, SignInRefused
from enrolment.model.people import VerifiedIdentity
from enrolment.services.guardians.complete_sign_in import SignedIn, complete_sign_in
from enrolment.services.guardians.list_children import list_children
from enrolment.services.guardians.start_sign_in import start_sign_in
from tests.fakes import CountingIds, FakeIdentityProvider, FrozenClock, Store
from tests.fakes.family import CHILD, MOTHER


class Door:
    """A store, a clock and a provider, with sign-in as two short calls."""

    def __init__(self) -> None:
        self.store = Store()
        self.clock = FrozenClock()
        self.provider = FakeIdentityProvider({"code": VerifiedIdentity(MOTHER, (CHILD,))})

    def start(self) -> str:
        """Start and give the state."""
        url = start_sign_in(
            "c1", begin=self.store.begin, provider=self.provider, ids=CountingIds(), clock=self.clock
        )
        return url.rpartition("=")[2]

    async def complete(self, state: str, code: str = "code") -> SignedIn:
        """Come back with a code."""
        return await complete_sign_in(
            state, code, begin=self.store.begin, provider=self.provider, clock=self.clock
        )


async def test_children_are_listed_when_the_guardian_signed_in() -> None:
    """The conversation is bound, the household's children are known."""
    door = Door()
    signed_in = await door.complete(door.start())
    assert signed_in.conversation_id == "c1"
    children = list_children("c1", begin=door.store.begin)
    assert [child.person for child in children] == [CHILD]


def test_children_are_refused_when_nobody_signed_in() -> None:
    """No guardian, no names."""
    with pytest.raises(NotSignedIn):
        list_children("c1", begin=Store().begin)


async def test_sign_in_is_refused_when_its_state_comes_twice() -> None:
    """A link works once."""
    door = Door()
    state = door.start()
    await door.complete(state)
    with pytest.raises(SignInRefused):
        await door.complete(state)


async def test_sign_in_is_refused_when_it_took_too_long() -> None:
    """Ten minutes, not longer."""
    door = Door()
    state = door.start()
    door.clock.advance(timedelta(minutes=10))
    with pytest.raises(SignInRefused):
        await door.complete(state)


async def test_state_is_used_up_when_the_identity_service_is_down() -> None:
    """A failed sign-in binds nobody and its link cannot be tried again."""
    door = Door()
    door.provider.down = True
    state = door.start()
    with pytest.raises(IdentityUnavailable):
        await door.complete(state)
    assert door.store.tables.bound == {}
    with pytest.raises(SignInRefused):
        await door.complete(state)


async def test_refusal_names_its_conversation_when_the_identity_service_refused() -> None:
    """So that the dialogue can count it and help in another way."""
    door = Door()
    with pytest.raises(SignInRefused) as refused:
        await door.complete(door.start(), "no such code")
    assert refused.value.conversation_id == "c1"
