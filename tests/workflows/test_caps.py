"""What one department is asked at a time stays under its cap, however many processes ask."""

from __future__ import annotations

import asyncio
import os
import sys

import pytest
from pydantic import ValidationError

from benchmarks.chaos.departments import DepartmentsServer
from enrolment.model.establishing.inquiry import REAL_ESTATE
from settings import ROOT, Settings
from tests.workflows.test_verification import until

CAP = 8


async def start(port: int) -> asyncio.subprocess.Process:
    """Start a process that asks all it can."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.workflows.asking",
        str(port),
        cwd=ROOT,
        env={**os.environ, "RUXUE_DEPARTMENT_CALLS": str(CAP), "RUXUE_DEPARTMENT_PROCESSES": "2"},
    )


async def test_cap_holds_over_two_processes_and_when_one_is_killed_and_comes_back() -> None:
    """Each has its half and uses it; what a killed one asked ends with it, and its next life has a half."""
    server = DepartmentsServer({}, fails=0.0)
    server.held = {REAL_ESTATE}
    port = await server.open()
    counts = server.counts
    processes = [await start(port) for _ in range(2)]
    await until(lambda: counts.running["natural"] == CAP)
    processes[0].kill()
    await processes[0].wait()
    await until(lambda: counts.running["natural"] == CAP // 2)
    processes[0] = await start(port)
    await until(lambda: counts.running["natural"] == CAP)
    server.held = set()
    for process in processes:
        process.kill()
        await process.wait()
    assert counts.calls == CAP + CAP // 2
    assert counts.most["natural"] == CAP


def test_settings_are_refused_when_a_process_could_never_ask() -> None:
    """A share of nothing would wait for ever."""
    with pytest.raises(ValidationError, match="RUXUE_DEPARTMENT_PROCESSES"):
        Settings(department_calls=2, department_processes=3)
    assert Settings(department_calls=17, department_processes=2).department_share == 8
