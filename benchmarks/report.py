"""Writes the report: short tables, the targets, and how to repeat it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.figures import Figures, added_by_web
from benchmarks.machine import Machine
from benchmarks.script import AT_ONCE, CYCLE, LONG, WINDOWS

METHOD = f"""\
- One conversation of {LONG} turns (`benchmarks/script.py`), the same text on every side: a guardian begins
  an enrolment, leaves a question open, then asks and corrects in a cycle of {len(CYCLE)}. Every measured
  turn calls the action server, one process for both sides.
- {" ".join(f"Turn {window.turn} stands for turns {window.first} to {window.last}." for window in WINDOWS)}
  These are whole cycles, so each holds the same mix.
- The time of a turn is of one conversation at a time, web and engine taking turns; the throughput is of
  {AT_ONCE} conversations at once.
- **web** is `POST /channels/web/messages`: inbox, shield, engine, renderer.
  **engine** is the engine's own channel.
- **stock** is Rasa 3.6.21 as `rasa init` leaves it: its pipeline and policies (DIET, TED, UnexpecTED),
  its REST channel and its SQL tracker store on SQLite; same domain, rules, action server and
  CPython as the other side. Our data are rules without stories, so TED and UnexpecTED have nothing to
  learn and stand idle, which favours the stock side. Four things differ from `rasa init`
  (`benchmarks/stock/config.yml`): JiebaTokenizer, because WhitespaceTokenizer refuses Chinese; our component
  that reads facts out of a message, because the forms fill their slots from it; DIET learns for 20 epochs
  instead of 100, and from the 2,500 examples of data/nlu/seeds and acts alone, since an epoch over all of
  them takes six minutes: that changes the time of training, and makes a turn of the stock side no dearer."""


@dataclass(frozen=True, slots=True)
class Results:
    """All that one run of the benchmark measured."""

    web: Figures
    engine: Figures
    stock: Figures
    alike: tuple[int, int]
    memory: Mapping[str, float]
    seconds: float


@dataclass(frozen=True, slots=True)
class Target:
    """One promise of the project, what was measured of it, and whether it holds."""

    words: str
    measured: str
    reached: bool


def targets(results: Results) -> list[Target]:
    """Hold the results against the promises."""
    early, late = WINDOWS[0].turn, WINDOWS[-1].turn
    promises = []
    for turn, least in ((early, 4.0), (late, 10.0)):
        times = results.web.rate[turn] / results.stock.rate[turn]
        promises.append(
            Target(f"throughput at turn {turn}: {least:g} × stock", f"{times:.1f} ×", times >= least)
        )
    grown = results.web.latency[late].p50 / results.web.latency[early].p50
    promises.append(Target(f"p50 at turn {late}: 1.3 × turn {early}", f"{grown:.2f} ×", grown <= 1.3))  # noqa: PLR2004 - the promise's own figure
    added = max(added_by_web(results.web, results.engine, WINDOWS).values())
    promises.append(Target("`web` adds 15 ms p50 at most", f"{added:.1f} ms", added <= 15))  # noqa: PLR2004 - the promise's own figure
    return promises


def report(results: Results, machine: Machine, day: date) -> str:
    """Write the whole report in Markdown."""
    alike, compared = results.alike
    parts = (
        "# Benchmark: this project and a stock Rasa, one conversation",
        heading(machine, day),
        "## Promises",
        table(
            ("promise", "measured", "holds"),
            [
                (target.words, target.measured, "yes" if target.reached else "**no**")
                for target in targets(results)
            ],
        ),
        "## Time of an action turn, in ms (p50 / p95)",
        table(
            ("turn", "web", "engine", "stock", "stock : web", "web adds", "turns measured"),
            _latencies(results),
        ),
        "## Throughput, in action turns per second",
        table(("turn", "web", "engine", "stock", "web : stock"), _rates(results)),
        "## Resident memory after the replay, in MB",
        _memory(results.memory),
        "## How",
        METHOD,
        f"Engine and stock gave the very same replies in {alike} of {compared} turns.",
        f"To repeat it: `make bench`; this run took {results.seconds:.0f} s.",
        "The first run also installs the stock Rasa (2 GB) and trains its model.",
    )
    return "\n\n".join(parts) + "\n"


def heading(machine: Machine, day: date) -> str:
    """Say when, on what machine and at which commit."""
    return (
        f"{day:%Y-%m-%d}, commit {machine.commit}. {machine.processor}, {machine.cores} cores, "
        f"{machine.memory_gigabytes:.0f} GB, {machine.system}, Python {machine.python}.\n"
        "Written by `make bench`; do not edit."
    )


def _latencies(results: Results) -> Iterator[Sequence[str]]:
    added = added_by_web(results.web, results.engine, WINDOWS)
    for window in WINDOWS:
        sides = [side.latency[window.turn] for side in (results.web, results.engine, results.stock)]
        yield (
            str(window.turn),
            *(f"{side.p50:.1f} / {side.p95:.1f}" for side in sides),
            f"{sides[2].p50 / sides[0].p50:.1f}",
            f"{added[window.turn]:.1f}",
            " / ".join(str(side.turns) for side in sides),
        )


def _rates(results: Results) -> Iterator[Sequence[str]]:
    for window in WINDOWS:
        rates = [side.rate[window.turn] for side in (results.web, results.engine, results.stock)]
        yield (
            str(window.turn),
            *(f"{rate:.1f}" for rate in rates),
            f"{rates[0] / rates[2]:.1f}",
        )


def _memory(held: Mapping[str, float]) -> str:
    if not held:
        return "Not measured: this system has no /proc."
    named = table(tuple(held), [tuple(f"{megabytes:.0f}" for megabytes in held.values())])
    return f"{named}\n\nstock Rasa : engine = {held['rasa'] / held['engine']:.1f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]] | Iterator[Sequence[str]]) -> str:
    """Draw a table in Markdown."""
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
