"""Departments in a process of their own: they hold records, fail as told, and count who asks what."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from enrolment.model.consent import ConsentGrant
from enrolment.model.errors import DepartmentUnavailable
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from storage.codecs.records import dump_records, load_records

_LATENCY = (0.02, 0.06)
_HANGS = 0.2
"""Of the calls that fail, this part never answers; the others are refused at once."""

_LARGEST = 1_000_000


@dataclass(slots=True)
class Counts:
    """What the departments saw: calls, failures, answers by question, most calls at once by department."""

    calls: int = 0
    failed: int = 0
    answered: Counter[tuple[str, str]] = field(default_factory=Counter)
    running: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)


class DepartmentsServer:
    """Serves records over loopback; `fails` is the part of calls that fail, `held` are items that hang."""

    def __init__(
        self, records: Mapping[tuple[str, str], Sequence[DepartmentRecord]], *, fails: float, seed: int = 1
    ) -> None:
        self._records = {question: dump_records(held) for question, held in records.items()}
        self._random = random.Random(seed)  # noqa: S311 - faults, not secrets
        self.fails = fails
        self.held: set[str] = set()
        self.counts = Counts()

    async def open(self) -> int:
        """Begin to serve; give the port."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_LARGEST)
        return int(server.sockets[0].getsockname()[1])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readline()
        if not asked.endswith(b"\n"):
            writer.close()
            return  # killed before it had asked
        item, department, id_number = json.loads(asked)
        counts = self.counts
        counts.calls += 1
        counts.running[department] += 1
        counts.most[department] = max(counts.most[department], counts.running[department])
        answering = asyncio.ensure_future(self._answer(item, id_number))
        gone = asyncio.ensure_future(reader.read())
        try:
            await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
            if answering.done() and not gone.done():
                writer.write(answering.result().encode() + b"\n")
                await writer.drain()
        finally:
            counts.running[department] -= 1
            for task in (answering, gone):
                task.cancel()
            await asyncio.gather(answering, gone, return_exceptions=True)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _answer(self, item: str, id_number: str) -> str:
        await asyncio.sleep(self._random.uniform(*_LATENCY))
        fails = self._random.random() < self.fails
        if item in self.held or (fails and self._random.random() < _HANGS):
            self.counts.failed += 1
            await asyncio.Event().wait()
        if fails:
            self.counts.failed += 1
            return json.dumps(None)
        self.counts.answered[item, id_number] += 1
        return json.dumps(self._records.get((item, id_number), "[]"))


class RemoteDepartments:
    """Implements `enrolment.ports.Departments` over the server."""

    def __init__(self, port: int, data_items: Sequence[str]) -> None:
        self._port = port
        self.data_items = frozenset(data_items)

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Ask; raise DepartmentUnavailable."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=_LARGEST)
        except OSError as error:
            raise DepartmentUnavailable("nobody listens") from error
        try:
            question = [query.data_item, grant.department, query.id_number]
            writer.write(json.dumps(question).encode() + b"\n")
            answer = await reader.readline()
        except OSError as error:
            raise DepartmentUnavailable("the connection broke") from error
        finally:
            writer.close()
        held = json.loads(answer) if answer else None
        if held is None:
            raise DepartmentUnavailable("it failed")
        return load_records(held)
