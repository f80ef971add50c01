"""Several at the same moment: the database decides, by name."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import Engine

from enrolment.model.errors import DuplicateApplication
from enrolment.model.timeline import EventType
from enrolment.ports import BeginWork
from storage.engine import create_engine
from storage.errors import CaseChanged
from storage.keys import Keys
from storage.work import begin_work
from tests.storage.samples import NOW, PATIENCE, case, family, stored_case

T = TypeVar("T")
PATIENT = 25 * PATIENCE


@pytest.fixture
def engine(url: str) -> Engine:
    """A database whose callers wait long enough for each other on a busy machine."""
    return create_engine(url, patience=PATIENT)


def together(count: int, call: Callable[[int], T]) -> list[T]:
    """Run a call in several threads that start at once; give what each returned."""
    start = Barrier(count)

    def run(number: int) -> T:
        start.wait()
        return call(number)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count)))


def test_one_application_is_stored_when_two_are_added_for_a_child(begin: BeginWork) -> None:
    """Exactly one of the two is refused as a duplicate, and the other is there."""
    guardian_id, child_id = family(begin)

    def add(number: int) -> str:
        with begin() as work:
            try:
                work.cases.add(case(f"case-{number}", guardian_id, child_id))
            except DuplicateApplication:
                return "duplicate"
            work.commit()
        return f"case-{number}"

    results = together(2, add)
    assert results.count("duplicate") == 1
    with begin() as work:
        standing = work.cases.of_child(child_id, 2027)
        assert standing is not None
        assert standing.id in results
        assert len(work.cases.of_guardian(guardian_id)) == 1


def test_one_change_is_stored_when_two_are_saved_from_one_reading(begin: BeginWork) -> None:
    """Of two changes to the same reading of a case, the second is refused."""
    stored = stored_case(begin)

    def save(number: int) -> str:
        changed = stored.recording(EventType.FACT_CONFIRMED, NOW, fact=f"fact-{number}")
        with begin() as work:
            try:
                work.cases.save(changed)
            except CaseChanged:
                return "changed"
            work.commit()
        return "saved"

    assert sorted(together(2, save)) == ["changed", "saved"]
    with begin() as work:
        assert len(work.cases.get(stored.id).events) == 2


def test_receipt_serials_are_never_given_twice(url: str, keys: Keys) -> None:
    """Processes that file at once, each with an engine of its own, get every number once."""

    def file(_number: int) -> list[int]:
        begin = begin_work(create_engine(url, patience=PATIENT), keys)
        given = []
        for _ in range(5):
            with begin() as work:
                given.append(work.cases.next_receipt_serial("370102", 2027))
                work.commit()
        return given

    given = [serial for serials in together(4, file) for serial in serials]
    assert sorted(given) == list(range(1, 21))
