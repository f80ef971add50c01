"""Several at the same moment: the database decides, by name."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import TypeVar

import pytest
from sqlalchemy import Engine, text

from enrolment.model.errors import DuplicateApplication
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork
from storage.engine import create_engine
from storage.errors import CaseChanged
from storage.keys import Keys
from storage.vault import open_vault
from storage.work import begin_work
from tests.storage.samples import NOW, PATIENCE, READER, FrozenClock, case, family, stored_case

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


def test_second_change_is_refused_when_it_was_read_before_the_first_was_committed(
    engine: Engine, begin: BeginWork
) -> None:
    """A change that waited for another, and rests on what was before it, is refused by name."""
    stored = stored_case(begin)
    has_read = Event()

    def save_late() -> str:
        with begin() as work:
            read = work.cases.get(stored.id)
            has_read.set()
            try:
                work.cases.save(read.recording(EventType.FACT_CONFIRMED, NOW, fact="theirs"))
            except CaseChanged:
                return "refused"
            work.commit()
        return "saved"

    ours = stored.recording(EventType.FACT_CONFIRMED, NOW, fact="ours")
    with ThreadPoolExecutor(1) as threads:
        with begin() as work:
            work.cases.save(ours)
            late = threads.submit(save_late)
            wait_until_it_waits(engine, has_read)
            work.commit()
        if engine.dialect.name == "sqlite":
            # There the late one could not even read before: it rests on the newest.
            assert late.result() == "saved"
            return
        assert late.result() == "refused"
    with begin() as work:
        assert work.cases.get(stored.id) == ours


def wait_until_it_waits(engine: Engine, has_read: Event) -> None:
    """Come back when the other transaction stands before our lock."""
    if engine.dialect.name == "sqlite":
        assert not has_read.wait(PATIENCE)
        return
    waiting = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    give_up = time.monotonic() + PATIENT
    with engine.connect() as connection:
        while not connection.execute(text(waiting)).scalar_one():
            connection.rollback()
            assert time.monotonic() < give_up


def test_receipt_serials_are_never_given_twice(url: str, keys: Keys) -> None:
    """Processes that file at once, each with an engine of its own, get every number once."""

    def file(_number: int) -> list[int]:
        begin = begin_work(open_vault(create_engine(url, patience=PATIENT), keys, FrozenClock().now), READER)
        given = []
        for _ in range(5):
            with begin() as work:
                given.append(work.cases.next_receipt_serial("370102", 2027))
                work.commit()
        return given

    given = [serial for serials in together(4, file) for serial in serials]
    assert sorted(given) == list(range(1, 21))
