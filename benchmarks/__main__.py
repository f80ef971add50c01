"""Runs the benchmark: our side, then the stock side, then the report."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.doors import Door, EngineDoor, StockDoor, WebDoor
from benchmarks.figures import Figures, agreement, figures
from benchmarks.machine import this_machine
from benchmarks.memory import megabytes
from benchmarks.replay import Rate, Turn, one_by_one, together
from benchmarks.report import Results, report
from benchmarks.script import AT_ONCE, LONG, LONG_CONVERSATIONS, SHORT, SHORT_CONVERSATIONS, WINDOWS
from benchmarks.servers import ROOT, ours, stock

MOST_SECONDS: Final = 60
Openers = Mapping[str, Callable[[], Door]]
FOLDER: Final = ROOT / "var" / "bench"


def main(results_file: Path) -> int:
    """Measure both sides, print the report and keep it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    begun = time.monotonic()
    with ours(FOLDER) as side:
        our_doors: Openers = {
            "web": partial(WebDoor, side.ports["web"]),
            "engine": partial(EngineDoor, side.ports["engine"]),
        }
        measured = _measure(our_doors)
        memory = megabytes(side.process)
        with stock(FOLDER, side.ports["actions"]) as other:
            measured |= _measure({"stock": partial(StockDoor, other.ports["rasa"])})
            memory |= megabytes(other.process)
    results = Results(
        web=measured["web"].figures,
        engine=measured["engine"].figures,
        stock=measured["stock"].figures,
        alike=agreement(measured["engine"].long, measured["stock"].long),
        memory=memory,
        seconds=time.monotonic() - begun,
    )
    written = report(results, this_machine(), datetime.now(UTC).date())
    results_file.write_text(written)
    sys.stdout.write(f"\n{written}")
    return 0


class Measured(NamedTuple):
    """What was measured through one door, and the long conversations it was measured in."""

    figures: Figures
    long: list[Turn]


def _measure(openers: Openers) -> dict[str, Measured]:
    """Hold the conversation through each door: first one at a time, then several at once."""
    sys.stdout.write(f"· {' and '.join(openers)}: ")
    sys.stdout.flush()
    begun = time.monotonic()
    doors = {name: open_door() for name, open_door in openers.items()}
    one_by_one(doors, turns=SHORT, conversations=2, seconds=MOST_SECONDS)
    short = one_by_one(doors, turns=SHORT, conversations=SHORT_CONVERSATIONS, seconds=MOST_SECONDS)
    long = one_by_one(doors, turns=LONG, conversations=LONG_CONVERSATIONS, seconds=MOST_SECONDS)
    rates = {name: _rates(open_door) for name, open_door in openers.items()}
    sys.stdout.write(f"{time.monotonic() - begun:.0f} s\n")
    return {
        name: Measured(figures([*short[name], *long[name]], rates[name], WINDOWS), long[name])
        for name in doors
    }


def _rates(open_door: Callable[[], Door]) -> dict[int, Rate]:
    """Measure the throughput; the first window is so short that it is held many times."""
    rates = together(open_door, turns=LONG, at_once=AT_ONCE, windows=WINDOWS)
    first = WINDOWS[0]
    for _ in range(SHORT_CONVERSATIONS // AT_ONCE):
        again = together(open_door, turns=SHORT, at_once=AT_ONCE, windows=(first,))
        rates[first.turn] = rates[first.turn].and_then(again[first.turn])
    return rates


if __name__ == "__main__":
    sys.exit(main(ROOT / "benchmarks" / "RESULTS.md"))
