"""From turns to figures to the report."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.figures import Figures, Latency, agreement, figures
from benchmarks.machine import Machine
from benchmarks.replay import Rate, Turn
from benchmarks.report import Results, report, targets
from benchmarks.script import WINDOWS, Window

MACHINE = Machine("A processor", 2, 8.0, "Linux x86_64", "3.11.7", "abc1234")


def _side(milliseconds: float, rate: float, *, late: float | None = None) -> Figures:
    late = late or milliseconds
    p50 = {5: milliseconds, 50: milliseconds, 200: late}
    return Figures(
        {turn: Latency(100, taken, taken * 2) for turn, taken in p50.items()},
        {window.turn: rate for window in WINDOWS},
    )


def _results(*, web: Figures, engine: Figures, stock: Figures) -> Results:
    memory = {"engine": 300.0, "rasa": 1200.0}
    return Results(web, engine, stock, alike=(200, 207), memory=memory, seconds=240)


def test_figures_are_those_of_the_window_when_other_turns_were_slower() -> None:
    """Only the turns of the window count."""
    turns = [Turn(number, 0.001 * number, ()) for number in range(1, 21)] + [Turn(21, 9.0, ())]

    side = figures(turns, {5: Rate(40, 2.0)}, (Window(5, 1, 20),))

    assert side.latency[5].turns == 20
    assert side.latency[5].p50 == pytest.approx(10.5)
    assert 19 < side.latency[5].p95 < 20
    assert side.rate == {5: 20.0}


def test_agreement_counts_like_replies_when_one_differs() -> None:
    """Turns are compared by their place in the conversation."""
    ours = [Turn(1, 0.1, ("您好",)), Turn(2, 0.1, ("几岁？",))]
    theirs = [Turn(1, 0.2, ("您好",)), Turn(2, 0.2, ("没听懂",))]

    assert agreement(ours, theirs) == (1, 2)


def test_targets_hold_when_every_promise_is_kept() -> None:
    """Ten times the throughput, a flat p50 and a thin web."""
    results = _results(web=_side(20, 100), engine=_side(10, 120), stock=_side(100, 10))

    assert [target.reached for target in targets(results)] == [True] * 4


def test_targets_are_missed_by_name_when_web_is_slow_late_and_grows() -> None:
    """Each promise is held against its own figure."""
    results = _results(web=_side(20, 30, late=40), engine=_side(10, 120), stock=_side(100, 10))

    assert [target.reached for target in targets(results)] == [False] * 4
    assert "**no**" in report(results, MACHINE, date(2027, 6, 10))


def test_report_says_machine_date_and_ratios_when_written() -> None:
    """A stranger can tell what was measured on what."""
    results = _results(web=_side(20, 100), engine=_side(10, 120), stock=_side(100, 10))

    written = report(results, MACHINE, date(2027, 6, 10))

    assert "2027-06-10, commit abc1234. A processor, 2 cores, 8 GB" in written
    assert "| 200 | 20.0 / 40.0 | 10.0 / 20.0 | 100.0 / 200.0 | 5.0 | 10.0 | 100 / 100 / 100 |" in written
    assert "| 200 | 100.0 | 120.0 | 10.0 | 10.0 |" in written
    assert "stock Rasa : engine = 4.0" in written
    assert "200 of 207 turns" in written
