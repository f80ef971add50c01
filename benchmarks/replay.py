"""Holds the conversation, one at a time for the latency and several at once for the throughput."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from benchmarks.doors import Door
from benchmarks.script import Window, script

# Only to end a replay that hangs; a window takes seconds.
LONGEST_WINDOW_SECONDS = 180


class Turn(NamedTuple):
    """One measured turn: its place in the conversation from one on, its time, and what was said."""

    number: int
    seconds: float
    replies: tuple[str, ...]


class Rate(NamedTuple):
    """Turns answered in a time by several conversations together."""

    turns: int
    seconds: float

    def and_then(self, later: Rate) -> Rate:
        """Add what was answered later."""
        return Rate(self.turns + later.turns, self.seconds + later.seconds)


def one_by_one(
    doors: Mapping[str, Door], *, turns: int, conversations: int, seconds: float
) -> dict[str, list[Turn]]:
    """Hold conversations one after the other, through the doors in turn; begin no new round when time is up.

    Doors that take turns meet the same moods of the machine, so that their difference is their own.
    """
    measured: dict[str, list[Turn]] = {name: [] for name in doors}
    end = time.perf_counter() + seconds
    for _ in range(conversations):
        for name, door in doors.items():
            measured[name] += _conversation(door, turns)
        if time.perf_counter() > end:
            break
    return measured


def _conversation(door: Door, turns: int) -> list[Turn]:
    name = secrets.token_urlsafe(16)
    measured = []
    for number, text in enumerate(script(turns), start=1):
        begun = time.perf_counter()
        replies = door.say(name, text)
        measured.append(Turn(number, time.perf_counter() - begun, replies))
    return measured


def together(
    open_door: Callable[[], Door], *, turns: int, at_once: int, windows: Sequence[Window]
) -> dict[int, Rate]:
    """Hold conversations at once, in step at both ends of each window; return the rate of each window."""
    wanted = [window for window in windows if window.last <= turns]
    clock: list[float] = []
    gate = threading.Barrier(at_once, action=lambda: clock.append(time.perf_counter()))

    def hold() -> None:
        try:
            _in_step(open_door(), turns, wanted, gate)
        except BaseException:
            # Nobody may wait for a conversation that has failed.
            gate.abort()
            raise

    with ThreadPoolExecutor(at_once) as pool:
        held = [pool.submit(hold) for _ in range(at_once)]
    # The gate breaks for all when one conversation fails; what that one met is what to tell.
    failures = sorted(filter(None, (one.exception() for one in held)), key=_is_of_the_gate)
    if failures:
        raise failures[0]
    edges = zip(wanted, clock[::2], clock[1::2], strict=True)
    return {
        window.turn: Rate((window.last - window.first + 1) * at_once, last - first)
        for window, first, last in edges
    }


def _is_of_the_gate(failure: BaseException) -> bool:
    return isinstance(failure, threading.BrokenBarrierError)


def _in_step(door: Door, turns: int, windows: Sequence[Window], gate: threading.Barrier) -> None:
    name = secrets.token_urlsafe(16)
    firsts, lasts = {window.first for window in windows}, {window.last for window in windows}
    for number, text in enumerate(script(turns), start=1):
        if number in firsts:
            gate.wait(LONGEST_WINDOW_SECONDS)
        door.say(name, text)
        if number in lasts:
            gate.wait(LONGEST_WINDOW_SECONDS)
