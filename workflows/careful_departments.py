"""Asks departments with care: in time, a few tries, a rest for who is down, never too many at once."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import stamina

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from enrolment.ports import Departments
from workflows.breaker import Breaker


@dataclass(frozen=True, slots=True)
class Care:
    """How departments are asked.

    `call_seconds` bounds one try, `seconds_of` those of single data items; `at_once` is how many calls one
    department gets at a time from this process. `pause` is the first wait between tries, in seconds; it
    doubles, with as much jitter. After `failures` in a row a data item rests: less than its tries take
    together, so that whoever asks right after a department came back gets an answer.
    """

    call_seconds: float = 12.0
    seconds_of: Mapping[str, float] = field(default_factory=dict)
    tries: int = 4
    pause: float = 0.2
    at_once: int = 16
    failures: int = 5
    rest_seconds: float = 1.0


class CarefulDepartments:
    """Implements `enrolment.ports.Departments` over one that only asks."""

    def __init__(
        self,
        departments: Departments,
        care: Care | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._departments = departments
        self._care = care = care or Care()
        self._slots: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(care.at_once)
        )
        self._breakers: defaultdict[str, Breaker] = defaultdict(
            lambda: Breaker(failures=care.failures, rest_seconds=care.rest_seconds, now=now)
        )

    @property
    def data_items(self) -> frozenset[str]:
        """The data items that are connected, by key."""
        return self._departments.data_items

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Ask for one data item under a live grant; raise ConsentMissing, DepartmentUnavailable."""
        tries = stamina.retry_context(
            on=DepartmentUnavailable,
            attempts=self._care.tries,
            timeout=None,
            wait_initial=self._care.pause,
            wait_max=8 * self._care.pause,
            wait_jitter=self._care.pause,
        )
        async for attempt in tries:
            with attempt:
                records = await self._try(query, grant)
        return records

    async def _try(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        item, breaker = query.data_item, self._breakers[query.data_item]
        async with self._slots[grant.department]:
            if not breaker.lets_through():
                raise DepartmentUnavailable(f"{item}: it failed again and again, and rests")
            try:
                async with asyncio.timeout(self._care.seconds_of.get(item, self._care.call_seconds)):
                    records = await self._departments.verify(query, grant)
            except TimeoutError as error:
                breaker.failed()
                raise DepartmentUnavailable(f"{item}: no answer in time") from error
            except DepartmentUnavailable:
                breaker.failed()
                raise
            breaker.succeeded()
            return records
