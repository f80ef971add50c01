"""Sign-ins and bindings."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from enrolment.model.errors import SignInRefused
from enrolment.model.sign_in import SignIn
from enrolment.ports import BeginWork
from tests.storage.samples import FATHER, MOTHER, NOW

SIGN_IN = SignIn("state-secret", "conversation-1", NOW, NOW + timedelta(minutes=10))


def start(begin: BeginWork) -> None:
    """Store the sign-in."""
    with begin() as work:
        work.sign_ins.add(SIGN_IN)
        work.commit()


def test_sign_in_is_given_once_and_refused_when_used_again(begin: BeginWork) -> None:
    """A state serves one time."""
    start(begin)
    with begin() as work:
        assert work.sign_ins.take(SIGN_IN.state, NOW) == SIGN_IN
        work.commit()
    with begin() as work, pytest.raises(SignInRefused):
        work.sign_ins.take(SIGN_IN.state, NOW)


@pytest.mark.parametrize(("state", "minutes"), [("unknown", 1), (SIGN_IN.state, 10), (SIGN_IN.state, 11)])
def test_sign_in_is_refused_when_unknown_or_expired(begin: BeginWork, state: str, minutes: int) -> None:
    """A state nobody was given, or one come back too late, opens nothing."""
    start(begin)
    with begin() as work, pytest.raises(SignInRefused):
        work.sign_ins.take(state, NOW + timedelta(minutes=minutes))


def test_sign_in_serves_one_when_two_threads_take_it(begin: BeginWork) -> None:
    """Two callbacks with one state at the same moment: one is let in."""
    start(begin)
    together = Barrier(2)

    def take() -> bool:
        together.wait()
        with begin() as work:
            try:
                work.sign_ins.take(SIGN_IN.state, NOW)
            except SignInRefused:
                return False
            work.commit()
        return True

    with ThreadPoolExecutor(2) as threads:
        served = [future.result() for future in [threads.submit(take) for _ in range(2)]]
    assert sorted(served) == [False, True]


def test_binding_is_the_last_one_until_it_is_undone(begin: BeginWork) -> None:
    """A conversation is with one guardian at a time."""
    with begin() as work:
        mother, father = work.guardians.upsert(MOTHER), work.guardians.upsert(FATHER)
        assert work.sign_ins.guardian_of("conversation-1") is None
        work.sign_ins.bind("conversation-1", mother.id, NOW)
        work.sign_ins.bind("conversation-1", father.id, NOW)
        work.sign_ins.bind("conversation-2", mother.id, NOW)
        assert work.sign_ins.guardian_of("conversation-1") == father.id
        work.sign_ins.unbind("conversation-1")
        assert work.sign_ins.guardian_of("conversation-1") is None
        assert work.sign_ins.guardian_of("conversation-2") == mother.id
