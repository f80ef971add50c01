"""Departments that hold the records a test gave them, and can be down or endlessly slow."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery


class FakeDepartments:
    """Implements `Departments`; `data_items` are those connected.

    `down` and `silent` name data items, `silent_about` ID numbers. `asked` remembers every query,
    `most_at_once` how many ran together.
    """

    def __init__(self, *data_items: str) -> None:
        self.data_items = frozenset(data_items or (HOUSEHOLD_MEMBERS, REAL_ESTATE, BIRTH_CERTIFICATE))
        self._records: dict[tuple[str, str], list[DepartmentRecord]] = {}
        self.down: set[str] = set()
        self.silent: set[str] = set()
        self.silent_about: set[str] = set()
        self.asked: list[RecordQuery] = []
        self.most_at_once = 0
        self._running = 0

    def hold(self, data_item: str, id_number: str, *records: DepartmentRecord) -> None:
        """Keep records about a person."""
        self._records.setdefault((data_item, id_number), []).extend(records)

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Answer; raise DepartmentUnavailable when down, wait for ever when silent."""
        if (grant.data_item, grant.child_id) != (query.data_item, query.child_id):
            raise ConsentMissing("the grant does not cover the query")
        self.asked.append(query)
        self._running += 1
        self.most_at_once = max(self.most_at_once, self._running)
        try:
            if query.data_item in self.silent or query.id_number in self.silent_about:
                await asyncio.Event().wait()
            await asyncio.sleep(0)  # lets the other queries begin
            if query.data_item in self.down:
                raise DepartmentUnavailable("the department is down")
            return tuple(self._records.get((query.data_item, query.id_number), ()))
        finally:
            self._running -= 1
