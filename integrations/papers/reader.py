"""Starts a process for each upload, so that no file can stall or break the public one."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from enrolment.model.papers.page import Picture
from enrolment.model.papers.refusals import FileTooLarge, ReaderBusy, TooHeavy, TypeUnknown
from integrations.papers.limits import AT_ONCE, MOST_BYTES, PATIENCE_SECONDS, WAITING
from integrations.papers.wire import read_answer

_HERE = Path(__file__).resolve().parents[2]
_COMMAND = (sys.executable, "-X", "utf8", "-m", "integrations.papers.worker")


class ProcessReader:
    """Implements `enrolment.paper_ports.PaperReader`; a few files at once, a few more wait their turn."""

    def __init__(self, *, patience: float = PATIENCE_SECONDS, command: Sequence[str] = _COMMAND) -> None:
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._here = 0
        self._patience = patience
        self._command = command

    async def read(self, content: bytes) -> Sequence[Picture]:
        """Open a picture, or every page of a PDF; raise a PaperRefused that says why not."""
        if not content:
            raise TypeUnknown("the file is empty")
        if len(content) > MOST_BYTES:
            raise FileTooLarge("the file has too many bytes")
        if self._here >= AT_ONCE + WAITING:
            raise ReaderBusy("too many uploads wait to be opened")
        self._here += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(read_answer, await self._open(content))
        finally:
            self._here -= 1

    async def _open(self, content: bytes) -> bytes:
        # An empty environment: whatever takes the process over finds no setting and no secret in it.
        process = await asyncio.create_subprocess_exec(
            *self._command,
            cwd=_HERE,
            env={},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(self._patience):
                answer, _ = await process.communicate(content)
        except TimeoutError as error:
            raise TooHeavy("opening the file took longer than it may") from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return answer
