"""Finished work leaves the workflows' database after a week, on both databases; what is under way stays."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dbos import DBOS

from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.retention import Kind
from tests.fakes.office import ALL_ITEMS, Office
from tests.workflows.test_verification import Begin, begin, until, verify, workflows_url
from workflows.retention import FinishedWork

__all__ = ["begin", "workflows_url"]

AHEAD = timedelta(days=365)


async def kept() -> set[str]:
    """Every workflow that is there, by id."""
    return {each.workflow_id for each in await DBOS.list_workflows_async()}


async def test_finished_work_goes_and_work_under_way_stays_when_its_week_is_over(
    begin: Begin,
    workflows_url: str,
) -> None:
    """What a department still holds up is carried on after the purge."""
    office = Office()
    verification = await begin(office)
    done = await verify(office, verification)
    finished = await kept()
    until_now = datetime.now(UTC) + AHEAD
    office.departments.silent = {REAL_ESTATE}
    office.store.tables.replies.clear()
    gathering = asyncio.ensure_future(verification.gather(done.id))
    while not await kept() - finished:  # noqa: ASYNC110 - the database is what is looked at
        await asyncio.sleep(0)
    work = FinishedWork(workflows_url, ahead=AHEAD)
    assert await asyncio.to_thread(work.expired, Kind.WORKFLOWS, until_now - timedelta(days=7)) == 0
    assert await asyncio.to_thread(work.expired, Kind.WORKFLOWS, until_now) == len(finished) == 1
    assert await asyncio.to_thread(work.purge, Kind.WORKFLOWS, until_now) == 1
    assert not finished & await kept()
    office.departments.silent = set()
    await gathering
    await until(lambda: len(office.store.tables.replies) == len(ALL_ITEMS))


async def test_nothing_is_purged_when_no_workflow_ever_ran(tmp_path: Path) -> None:
    """A house that never verified has no such database yet."""
    work = FinishedWork(f"sqlite:///{tmp_path / 'none.db'}")
    assert await asyncio.to_thread(work.purge, Kind.WORKFLOWS, datetime.now(UTC)) == 0
