"""A real process, killed with -9 in the middle of a verification."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.chaos.departments import DepartmentsServer
from benchmarks.chaos.families import NumberedFamily
from benchmarks.chaos.worker import open_cases
from enrolment.model.application import Application
from enrolment.model.establishing.inquiry import REAL_ESTATE
from storage.migrate import upgrade

FAMILY = NumberedFamily(0)


async def start(folder: Path, port: int, families: int) -> asyncio.subprocess.Process:
    """Start the process that files so many families, and carries on what it finds."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.chaos.worker", str(folder), str(port), str(families)
    )


async def kill(process: asyncio.subprocess.Process) -> None:
    """Kill it with -9."""
    process.kill()
    await process.wait()


def stored(folder: Path) -> Application | None:
    """The family's application."""
    with open_cases(folder)() as work:
        guardian = work.guardians.upsert(FAMILY.mother)
        return next(iter(work.cases.of_guardian(guardian.id)), None)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for another process."""
    async with asyncio.timeout(60):
        while not await asyncio.to_thread(condition):  # noqa: ASYNC110 - another process answers
            await asyncio.sleep(0.2)


async def test_verification_is_finished_and_nobody_asked_twice_when_its_process_was_killed(
    tmp_path: Path,
) -> None:
    """Two departments answered, the third was still thinking: only the third is asked after the restart.

    The second life is given no family to file: what it does, it does because the first life began it.
    """
    upgrade(f"sqlite:///{tmp_path / 'ruxue.db'}")
    server = DepartmentsServer(FAMILY.records(), fails=0.0)
    server.held = {REAL_ESTATE}
    port = await server.open()
    first = await start(tmp_path, port, 1)
    await until(lambda: len(server.counts.answered) == 2 and server.counts.running.total() == 1)
    await kill(first)
    calls = server.counts.calls
    server.held = set()
    second = await start(tmp_path, port, 0)
    try:
        await until(lambda: (case := stored(tmp_path)) is not None and case.outcome is not None)
    finally:
        await kill(second)
    case = stored(tmp_path)
    assert case is not None
    assert case.outcome is not None
    assert case.outcome.decision.decided
    assert set(server.counts.answered.values()) == {1}
    assert server.counts.calls == calls + 1
