"""`python -m benchmarks.chaos [families] [seconds]`: file families under fire, then count them."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chaos.departments import DepartmentsServer
from benchmarks.chaos.families import ITEMS, NumberedFamily
from benchmarks.chaos.worker import CAP, open_cases
from enrolment.model.application import Application, State
from enrolment.model.facts import Answer
from storage.migrate import upgrade

FAILS = 0.3
KILLED_EVERY = 4.0
_LOOK = 0.1
_START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the families."""

    families: int
    seconds: float
    until_filed: float
    kills: int
    filed: int
    receipts: int
    right: int
    calls: int
    failed: int
    twice: int
    most_at_once: int

    @property
    def good(self) -> bool:
        """Whether every promise was kept; a question may be answered twice only where a kill came between."""
        everybody = self.families == self.filed == self.receipts == self.right
        return everybody and self.most_at_once <= CAP

    def lines(self) -> str:
        """The figures, one a line."""
        questions = len(ITEMS) * self.families
        return (
            f"families {self.families}, kills (-9) {self.kills}, calls that fail {FAILS:.0%}\n"
            f"filed exactly once: {self.filed}, receipts: {self.receipts}, after {self.until_filed:.0f} s\n"
            f"every fact right once the departments were back: {self.right}, after {self.seconds:.0f} s\n"
            f"calls {self.calls}, of which failed {self.failed}; "
            f"questions answered more than once: {self.twice} of {questions}\n"
            f"most calls at once to one department: {self.most_at_once} (cap {CAP})\n"
        )


async def run(
    folder: Path, families: int, seconds: float, *, fails: float = FAILS, killed_every: float = KILLED_EVERY
) -> Outcome:
    """File so many families within so many seconds, killing the process on the way."""
    upgrade(f"sqlite:///{folder / 'ruxue.db'}")
    everybody = [NumberedFamily(number) for number in range(families)]
    server = DepartmentsServer(
        {question: held for each in everybody for question, held in each.records().items()}, fails=fails
    )
    port, begun, kills = await server.open(), time.monotonic(), 0
    filed = folder / "filed"
    while not await asyncio.to_thread(filed.exists) and time.monotonic() - begun < seconds:
        await _live(folder, port, families, killed_every)
        kills += 1
    until_filed = time.monotonic() - begun
    server.fails = 0.0
    worker = await _start(folder, port, families)
    try:
        while time.monotonic() - begun < seconds:
            if await asyncio.to_thread(_in_review, folder) >= families:
                break
            await asyncio.sleep(1)
    finally:
        worker.kill()
        await worker.wait()
    cases = await asyncio.to_thread(_cases, folder, everybody)
    return Outcome(
        families=families,
        seconds=time.monotonic() - begun,
        until_filed=until_filed,
        kills=kills,
        filed=sum(len(mine) == 1 and mine[0].submitted_at is not None for mine in cases),
        receipts=len({case.receipt_number for mine in cases for case in mine if case.receipt_number}),
        right=sum(_right(mine) for mine in cases),
        calls=server.counts.calls,
        failed=server.counts.failed,
        twice=sum(times > 1 for times in server.counts.answered.values()),
        most_at_once=max(server.counts.most.values()),
    )


async def _start(folder: Path, port: int, families: int) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.chaos.worker", str(folder), str(port), str(families)
    )


async def _live(folder: Path, port: int, families: int, most: float) -> None:
    """One life of the worker: killed some seconds after it began to work, earlier when all is filed."""
    working, filed = folder / "working", folder / "filed"
    await asyncio.to_thread(working.unlink, missing_ok=True)
    worker = await _start(folder, port, families)
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and worker.returncode is None:
        await asyncio.sleep(_LOOK)
        if await asyncio.to_thread(filed.exists):
            break
        if until - time.monotonic() > most and await asyncio.to_thread(working.exists):
            until = time.monotonic() + most
    if worker.returncode is None:
        worker.kill()
        await worker.wait()


def _in_review(folder: Path) -> int:
    with closing(sqlite3.connect(f"file:{folder / 'ruxue.db'}?mode=ro", uri=True)) as database:
        query = "SELECT count(*) FROM applications WHERE state = ?"
        return int(database.execute(query, (State.UNDER_REVIEW.value,)).fetchone()[0])


def _cases(folder: Path, families: list[NumberedFamily]) -> list[list[Application]]:
    begin = open_cases(folder)
    found = []
    for family in families:
        with begin() as work:
            guardian = work.guardians.upsert(family.mother)
            found.append(list(work.cases.of_guardian(guardian.id)))
    return found


def _right(cases: list[Application]) -> bool:
    """One application, in review, whose every looked-up fact is the register's."""
    if len(cases) != 1 or cases[0].outcome is None:
        return False
    case, decision = cases[0], cases[0].outcome.decision
    backed = [fact for fact in case.facts.values() if fact.evidence is not None]
    return (
        case.state is State.UNDER_REVIEW
        and decision.decided
        and decision.category == "house_and_hukou"
        and Answer.UNAVAILABLE not in {fact.answer for fact in case.facts.values()}
        and {fact.evidence.data_item for fact in backed if fact.evidence} >= set(ITEMS[:2])
        and all(fact.answer is Answer.CONFIRMED for fact in backed)
    )


def main() -> int:
    """Run and print."""
    families = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 300.0  # noqa: PLR2004 - the second word
    with tempfile.TemporaryDirectory(prefix="ruxue-chaos-") as folder:
        outcome = asyncio.run(run(Path(folder), families, seconds))
    sys.stdout.write(outcome.lines())
    return 0 if outcome.good else 1


if __name__ == "__main__":
    sys.exit(main())
