"""The queue of handovers in the database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine

from enrolment.model.errors import HandoverRefused
from enrolment.model.handover import Asked, Handover, HandoverReason, HandoverState, Summary
from enrolment.ports import BeginWork
from storage.chat import ChatStorage
from tests.storage.samples import NOW
from tests.storage.test_at_rest import everything

SUMMARY = Summary(
    "sign_in",
    {"birth_date": "2020-10-15", "hukou": "370602"},
    (Asked("rental", answered=False),),
    ("不动产权证书", ""),
)


def waiting(handover_id: str = "h1", conversation: str = "c1") -> Handover:
    """A handover that waits."""
    return Handover(
        id=handover_id,
        conversation_id=conversation,
        county="370102",
        reason=HandoverReason.ASKED,
        summary=SUMMARY,
        opened_at=NOW,
    )


def store(begin: BeginWork, handover: Handover) -> None:
    """Store a new one."""
    with begin() as work:
        work.handovers.add(handover)
        work.commit()


def change(begin: BeginWork, handover: Handover) -> None:
    """Store a change."""
    with begin() as work:
        work.handovers.save(handover)
        work.commit()


def test_handover_is_found_again_when_stored(begin: BeginWork) -> None:
    """By its id, by its conversation and by its state, with everything it holds."""
    store(begin, waiting())
    with begin() as work:
        assert work.handovers.get("h1") == waiting()
        assert work.handovers.open_of("c1") == waiting()
        assert list(work.handovers.in_state([HandoverState.WAITING])) == [waiting()]
        assert work.handovers.open_of("c2") is None


def test_handover_is_unknown_when_never_stored(begin: BeginWork) -> None:
    """It is refused by name."""
    with begin() as work, pytest.raises(HandoverRefused):
        work.handovers.get("h1")


async def test_person_has_the_conversation_only_while_it_is_taken(
    begin: BeginWork, chat: ChatStorage
) -> None:
    """Waiting and closed, the assistant speaks."""
    store(begin, waiting())
    assert not await chat.is_taken("c1")
    change(begin, waiting().taken("staff-1", NOW))
    assert await chat.is_taken("c1")
    assert not await chat.is_taken("c2")
    change(begin, waiting().taken("staff-1", NOW).closed(NOW))
    assert not await chat.is_taken("c1")


def test_conversation_has_one_open_handover_when_two_add_it_at_once(begin: BeginWork) -> None:
    """Two processes that hand over at the same moment make one ticket."""
    together = Barrier(2)

    def add(handover_id: str) -> str:
        together.wait()
        with begin() as work:
            standing = work.handovers.add(waiting(handover_id))
            work.commit()
        return standing.id

    with ThreadPoolExecutor(2) as pool:
        ids = set(pool.map(add, ["h1", "h2"]))

    assert len(ids) == 1


def test_handover_goes_with_the_chat_when_that_is_forgotten(begin: BeginWork) -> None:
    """Nothing that was understood outlives the words it came from."""
    store(begin, waiting())
    with begin() as work:
        work.chats.forget("c1")
        work.commit()
    with begin() as work:
        assert work.handovers.open_of("c1") is None


def test_summary_is_not_readable_when_the_database_is_stolen(
    engine: Engine, url: str, begin: BeginWork
) -> None:
    """A birth date is nobody's business but the desk's."""
    store(begin, waiting())
    raw = everything(engine, url)
    assert b"370102" in raw
    for word in ("2020-10-15", "birth_date", "370602"):
        assert word.encode() not in raw
