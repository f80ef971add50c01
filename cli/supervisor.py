"""Run the parts of the Procfile together: relay their output, bring back one that dies, end all on Ctrl-C."""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_SETTLED_AFTER = 10.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.25, 8.0
_GRACE_SECONDS = 5.0


def read_procfile(path: Path) -> dict[str, list[str]]:
    """The command of each part, in the order of the file."""
    lines = (line.partition(":") for line in path.read_text().splitlines() if line.strip())
    return {name.strip(): shlex.split(command) for name, _, command in lines}


class Supervisor:
    """Keeps parts running in `root` until it is stopped.

    A part that dies is started again after 0.25 s, doubling up to 8 s while it keeps dying early.
    """

    def __init__(self, root: Path, commands: Mapping[str, list[str]], environment: Mapping[str, str]) -> None:
        self._root = root
        self._commands = commands
        self._environment = {**os.environ, **environment}
        self._width = max(map(len, commands))
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Run every part until Ctrl-C, SIGTERM or `stop`; return once all of them have ended."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        async with asyncio.TaskGroup() as group:
            for name, command in self._commands.items():
                group.create_task(self._keep(name, command))

    def stop(self) -> None:
        """End every part."""
        self._stopping.set()

    async def _keep(self, name: str, command: list[str]) -> None:
        loop = asyncio.get_running_loop()
        pause = _FIRST_PAUSE
        while not self._stopping.is_set():
            started = loop.time()
            code = await self._run_once(name, command)
            if self._stopping.is_set():
                return
            pause = _FIRST_PAUSE if loop.time() - started > _SETTLED_AFTER else min(pause * 2, _LONGEST_PAUSE)
            self._print(name, f"ended with code {code}; starting again in {pause:g} s")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _run_once(self, name: str, command: list[str]) -> int:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=self._root,
            env=self._environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which ends the parts in order
        )
        relay = asyncio.create_task(self._relay(name, process))
        ended = asyncio.create_task(process.wait())
        stopped = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not ended.done():
            await self._end(process)
        await relay
        return await ended

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        with suppress(ProcessLookupError):
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), _GRACE_SECONDS)
            except TimeoutError:
                process.kill()

    async def _relay(self, name: str, process: asyncio.subprocess.Process) -> None:
        if process.stdout is None:
            return
        async for line in process.stdout:
            self._print(name, line.decode(errors="replace").rstrip())

    def _print(self, name: str, line: str) -> None:
        sys.stdout.write(f"{name:<{self._width}} | {line}\n")
        sys.stdout.flush()
