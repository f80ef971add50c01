"""Turns measured turns into the figures of the report."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.replay import Rate, Turn
from benchmarks.script import Window


@dataclass(frozen=True, slots=True)
class Latency:
    """How long the turns of one window took, in milliseconds."""

    turns: int
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one door."""

    latency: Mapping[int, Latency]
    rate: Mapping[int, float]


def figures(turns: Sequence[Turn], rates: Mapping[int, Rate], windows: Sequence[Window]) -> Figures:
    """Work out the latency and the rate of each window."""
    return Figures(
        {window.turn: _latency(turns, window) for window in windows},
        {turn: rate.turns / rate.seconds for turn, rate in rates.items()},
    )


def _latency(turns: Sequence[Turn], window: Window) -> Latency:
    taken = [turn.seconds * 1000 for turn in turns if window.holds(turn.number)]
    return Latency(len(taken), statistics.median(taken), statistics.quantiles(taken, n=20)[-1])


def added_by_web(web: Figures, engine: Figures, windows: Sequence[Window]) -> dict[int, float]:
    """Return what `web` adds to the engine's own p50, in milliseconds, by window."""
    return {window.turn: web.latency[window.turn].p50 - engine.latency[window.turn].p50 for window in windows}


def agreement(ours: Sequence[Turn], theirs: Sequence[Turn]) -> tuple[int, int]:
    """Count the turns of the conversation that both answered alike, and the turns compared."""
    first, other = (_by_number(turns) for turns in (ours, theirs))
    compared = first.keys() & other.keys()
    return sum(first[number] == other[number] for number in compared), len(compared)


def _by_number(turns: Sequence[Turn]) -> dict[int, tuple[str, ...]]:
    return {turn.number: turn.replies for turn in reversed(turns)}
