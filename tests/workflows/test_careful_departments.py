"""Asking with care: in time, more than once, never too many together, and not who is down."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from tests.fakes import FrozenClock
from workflows.breaker import Breaker
from workflows.careful_departments import Care, CarefulDepartments
from workflows.pauses import DRAFT_ATTEMPTS, pause_seconds

NOW = FrozenClock().now()
QUICK = Care(call_seconds=0.05, pause=0.001, at_once=2, failures=100)


class Scripted:
    """Departments that answer as told, one outcome a call; the last one stays."""

    data_items = frozenset({"real_estate"})

    def __init__(self, *outcomes: Exception | None, takes: float = 0.0) -> None:
        self._outcomes = list(outcomes) or [None]
        self._takes = takes
        self.calls = 0
        self.running = 0
        self.most_at_once = 0

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Answer."""
        del query, grant
        outcome = self._outcomes[min(self.calls, len(self._outcomes) - 1)]
        self.calls += 1
        self.running += 1
        self.most_at_once = max(self.most_at_once, self.running)
        try:
            await asyncio.sleep(self._takes)
        finally:
            self.running -= 1
        if outcome is not None:
            raise outcome
        return ()


def ask(departments: CarefulDepartments) -> asyncio.Future[Sequence[DepartmentRecord]]:
    """Ask one question."""
    grant = ConsentGrant(
        "g", "c", "real_estate", "housing", "p", "1", "m", "web", NOW, NOW + timedelta(days=1)
    )
    return asyncio.ensure_future(departments.verify(RecordQuery("real_estate", "c", "1"), grant))


async def test_answer_comes_when_a_department_fails_once_and_then_answers() -> None:
    """One failure is no news."""
    scripted = Scripted(DepartmentUnavailable("down"), None)
    assert await ask(CarefulDepartments(scripted, QUICK)) == ()
    assert scripted.calls == 2


async def test_department_is_unavailable_when_every_try_fails() -> None:
    """As many tries as allowed, no more."""
    scripted = Scripted(DepartmentUnavailable("down"))
    with pytest.raises(DepartmentUnavailable):
        await ask(CarefulDepartments(scripted, QUICK))
    assert scripted.calls == QUICK.tries


async def test_department_is_unavailable_when_it_never_answers() -> None:
    """Each try has its own time."""
    scripted = Scripted(takes=60)
    with pytest.raises(DepartmentUnavailable, match="in time"):
        await ask(CarefulDepartments(scripted, QUICK))
    assert scripted.calls == QUICK.tries


async def test_item_has_its_own_time_when_it_is_known_to_be_slow() -> None:
    """A slow register is waited for longer than the others."""
    care = Care(call_seconds=0.01, seconds_of={"real_estate": 5.0})
    assert await ask(CarefulDepartments(Scripted(takes=0.05), care)) == ()


async def test_consent_is_not_asked_for_again_when_it_is_missing() -> None:
    """A refusal by name is final."""
    scripted = Scripted(ConsentMissing("no grant"))
    with pytest.raises(ConsentMissing):
        await ask(CarefulDepartments(scripted, QUICK))
    assert scripted.calls == 1


async def test_department_gets_no_more_calls_than_its_cap_when_many_families_come() -> None:
    """The rest wait their turn; all are answered."""
    scripted = Scripted(takes=0.005)
    departments = CarefulDepartments(scripted, QUICK)
    assert await asyncio.gather(*(ask(departments) for _ in range(12))) == [()] * 12
    assert (scripted.most_at_once, scripted.calls) == (2, 12)


async def test_department_is_left_alone_when_it_keeps_failing_and_tried_by_one_after_a_rest() -> None:
    """While it rests nobody calls; after the rest one call finds out."""
    moment = [0.0]
    scripted = Scripted(*[DepartmentUnavailable("down")] * 3, None)
    care = Care(tries=1, failures=3, rest_seconds=10.0)
    departments = CarefulDepartments(scripted, care, now=lambda: moment[0])
    for _ in range(5):
        with pytest.raises(DepartmentUnavailable):
            await ask(departments)
    assert scripted.calls == 3
    moment[0] = 10.0
    assert await ask(departments) == ()
    assert await ask(departments) == ()


def test_breaker_lets_one_through_when_the_rest_is_over_and_closes_again_when_that_fails() -> None:
    """Half open means one."""
    moment = [0.0]
    breaker = Breaker(failures=1, rest_seconds=5.0, now=lambda: moment[0])
    breaker.failed()
    moment[0] = 5.0
    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]
    breaker.failed()
    assert not breaker.lets_through()
    moment[0] = 10.0
    assert breaker.lets_through()
    breaker.succeeded()
    assert [breaker.lets_through() for _ in range(3)] == [True, True, True]


def test_pauses_grow_from_minutes_to_hours_when_nobody_answers() -> None:
    """From about a minute to about six hours, and never longer."""
    pauses = [pause_seconds(attempt) for attempt in range(DRAFT_ATTEMPTS + 20)]
    assert 48 <= pauses[0] <= 72
    assert all(17_280 <= pause <= 25_920 for pause in pauses[DRAFT_ATTEMPTS:])
