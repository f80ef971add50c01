"""Ask the departments: every permitted question at once, and another where an answer calls for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import ConsentMissing, DepartmentUnavailable
from enrolment.model.establishing.inquiry import Findings, KeptReply
from enrolment.model.establishing.records import RecordQuery
from enrolment.ports import Clock, Departments
from enrolment.services.verifying.board import Board, Inquiry, Question

__all__ = ["Inquiry", "ask_departments"]

Keep = Callable[[Sequence[KeptReply]], Awaitable[Sequence[KeptReply]]]
"""Stores answers, those that came together in one go, and gives those it may keep."""


async def ask_departments(
    inquiry: Inquiry,
    *,
    departments: Departments,
    clock: Clock,
    budget_seconds: float,
    keep: Keep | None = None,
) -> Findings:
    """Ask until everything needed is answered or the time is up; what is late counts as unavailable.

    Every answer is kept as it comes, before another question rests on it.
    """
    board = Board(inquiry, departments.data_items, clock.now())
    running: dict[asyncio.Task[KeptReply | None], Question] = {}

    def start() -> None:
        for question in board.to_ask():
            query = _query(question, inquiry)
            running[asyncio.create_task(_ask(query, question.grant, departments, clock))] = question

    start()
    try:
        async with asyncio.timeout(budget_seconds):
            while running:
                done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                replies = [reply for task in done if (reply := task.result()) is not None]
                kept = replies if keep is None else await keep(replies)
                for task in done:
                    reply = task.result()
                    board.answered(running.pop(task), reply if reply in kept else None)
                start()
    except TimeoutError:
        pass  # findings() counts every question still without an answer as unavailable
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return board.findings()


def _query(question: Question, inquiry: Inquiry) -> RecordQuery:
    item, id_number = question.grant.data_item, question.id_number
    particulars = inquiry.particulars_for(item, id_number)
    return RecordQuery(item, inquiry.application.child_id, id_number, particulars)


async def _ask(
    query: RecordQuery, grant: ConsentGrant, departments: Departments, clock: Clock
) -> KeptReply | None:
    with suppress(DepartmentUnavailable, ConsentMissing):
        records = tuple(await departments.verify(query, grant))
        return KeptReply(query.child_id, grant.data_item, query.id_number, grant.id, clock.now(), records)
    return None
