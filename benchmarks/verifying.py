"""`python -m benchmarks.verifying`: how long from consent to facts, alone and with many families at once."""

from __future__ import annotations

import asyncio
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.chaos.families import NumberedFamily
from benchmarks.chaos.worker import Desk, OnePlan
from enrolment.model.consent import ConsentGrant
from enrolment.model.establishing.records import DepartmentRecord, RecordQuery
from storage.migrate import upgrade
from workflows.careful_departments import Care
from workflows.open import Workflows

_LATENCY = 0.15
_ALONE = 40
_TOGETHER = 50


class HealthyDepartments:
    """Implements `enrolment.ports.Departments`: every data item, each in the same time."""

    def __init__(self, families: Sequence[NumberedFamily]) -> None:
        self._records = {asked: held for each in families for asked, held in each.records().items()}
        self.data_items = frozenset(OnePlan().current("").data_items)

    async def verify(self, query: RecordQuery, grant: ConsentGrant) -> Sequence[DepartmentRecord]:
        """Answer after the time it takes."""
        del grant
        await asyncio.sleep(_LATENCY)
        return self._records.get((query.data_item, query.id_number), ())


async def measure(folder: Path) -> tuple[list[float], list[float], int]:
    """Seconds from consent to facts: one family after the other, many at once; how many data items.

    Infinite where the facts were not there within the budget.
    """
    upgrade(f"sqlite:///{folder / 'ruxue.db'}")
    families = [NumberedFamily(number) for number in range(_ALONE + _TOGETHER)]
    departments = HealthyDepartments(families)
    workflows = Workflows(f"sqlite:///{folder / 'workflows.db'}", "actions")
    workflows.prepare()
    desk = Desk(folder, departments, Care())
    await workflows.launch()

    async def one(family: NumberedFamily, application_id: str) -> float:
        begun = time.perf_counter()
        case = await desk.verify(application_id, family)
        decided = case.outcome is not None and case.outcome.decision.decided
        return time.perf_counter() - begun if decided else math.inf

    opened = [(family, desk.consented(family) or "") for family in families]
    alone = [await one(*each) for each in opened[:_ALONE]]
    together = await asyncio.gather(*(one(*each) for each in opened[_ALONE:]))
    await asyncio.to_thread(workflows.close)
    return alone, together, len(departments.data_items)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="ruxue-verifying-") as folder:
        alone, together, items = asyncio.run(measure(Path(folder)))
    p95 = statistics.quantiles(alone, n=20)[-1]
    sys.stdout.write(
        f"{items} data items at {1000 * _LATENCY:.0f} ms each, from consent to facts: "
        f"p50 {1000 * statistics.median(alone):.0f} ms, p95 {1000 * p95:.0f} ms\n"
        f"{_TOGETHER} at once: p50 {statistics.median(together):.2f} s, slowest {max(together):.2f} s\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
