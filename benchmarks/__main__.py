"""Runs the benchmark: our side, then the stock side, then the report."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.doors import Door, EngineDoor, StockDoor, WebDoor
from benchmarks.figures import Figures, agreement, figures
from benchmarks.machine import this_machine
from benchmarks.memory import megabytes
from benchmarks.replay import Turn, one_by_one, together
from benchmarks.report import Results, report
from benchmarks.script import AT_ONCE, LONG, LONG_CONVERSATIONS, SHORT, SHORT_CONVERSATIONS, WINDOWS
from benchmarks.servers import ROOT, ours, stock

MOST_SECONDS: Final = 60
FOLDER: Final = ROOT / "var" / "bench"


def main(results_file: Path) -> int:
    """Measure both sides, print the report and keep it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    begun = time.monotonic()
    with ours(FOLDER) as side:
        web, _ = _measure("web", lambda: WebDoor(side.ports["web"]))
        engine, our_turns = _measure("engine", lambda: EngineDoor(side.ports["engine"]))
        memory = megabytes(side.process)
        with stock(FOLDER, side.ports["actions"]) as other:
            rasa, their_turns = _measure("stock", lambda: StockDoor(other.ports["rasa"]))
            memory |= megabytes(other.process)
    results = Results(web, engine, rasa, agreement(our_turns, their_turns), memory, time.monotonic() - begun)
    written = report(results, this_machine(), datetime.now(UTC).date())
    results_file.write_text(written)
    sys.stdout.write(f"\n{written}")
    return 0


def _measure(name: str, open_door: Callable[[], Door]) -> tuple[Figures, list[Turn]]:
    """Hold the conversation through one door: first one at a time, then several at once."""
    sys.stdout.write(f"· {name}: ")
    sys.stdout.flush()
    begun = time.monotonic()
    door = open_door()
    one_by_one(door, turns=SHORT, conversations=1, seconds=MOST_SECONDS)
    short = one_by_one(door, turns=SHORT, conversations=SHORT_CONVERSATIONS, seconds=MOST_SECONDS)
    long = one_by_one(door, turns=LONG, conversations=LONG_CONVERSATIONS, seconds=MOST_SECONDS)
    rates = together(open_door, turns=LONG, at_once=AT_ONCE, windows=WINDOWS)
    sys.stdout.write(f"{time.monotonic() - begun:.0f} s\n")
    return figures([*short, *long], rates, WINDOWS), long


if __name__ == "__main__":
    sys.exit(main(ROOT / "benchmarks" / "RESULTS.md"))
