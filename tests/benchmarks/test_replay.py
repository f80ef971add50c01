"""Holding the conversation, with a door that answers at once."""

from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks.doors import TurnFailed
from benchmarks.replay import Rate, one_by_one, together
from benchmarks.script import LONG, SHORT, WINDOWS, script


class FakeDoor:
    """Remembers what was said and repeats it; fails at a text when told to."""

    def __init__(self, refuses: str | None = None) -> None:
        self.heard: dict[str, list[str]] = defaultdict(list)
        self._refuses = refuses

    def say(self, conversation: str, text: str) -> tuple[str, ...]:
        """Repeat the text."""
        if text == self._refuses:
            raise TurnFailed("refused")
        self.heard[conversation].append(text)
        return (text,)


def test_one_by_one_holds_each_conversation_from_its_beginning_when_there_are_several() -> None:
    """Conversations have names of their own, and every turn is measured."""
    door = FakeDoor()

    turns = one_by_one({"only": door}, turns=SHORT, conversations=3, seconds=60)["only"]

    assert [list(script(SHORT))] * 3 == list(door.heard.values())
    assert [turn.number for turn in turns] == [*range(1, SHORT + 1)] * 3
    assert turns[0].replies == (script(1)[0],)


def test_one_by_one_begins_no_second_round_when_the_time_is_up() -> None:
    """The first round is always held to its end."""
    doors = {"one": FakeDoor(), "other": FakeDoor()}

    turns = one_by_one(doors, turns=SHORT, conversations=3, seconds=-1)

    assert {name: len(taken) for name, taken in turns.items()} == {"one": SHORT, "other": SHORT}
    assert [len(door.heard) for door in doors.values()] == [1, 1]


def test_rate_counts_the_turns_of_both_when_a_later_one_is_added() -> None:
    """A short window is held many times and counted as one."""
    assert Rate(10, 2.0).and_then(Rate(5, 0.5)) == Rate(15, 2.5)


def test_together_gives_a_rate_for_each_window_when_the_conversation_is_long() -> None:
    """The turns counted are those of all conversations in the window."""
    rates = together(FakeDoor, turns=LONG, at_once=2, windows=WINDOWS)

    assert {turn: rate.turns for turn, rate in rates.items()} == {
        window.turn: 2 * (window.last - window.first + 1) for window in WINDOWS
    }
    assert all(rate.seconds > 0 for rate in rates.values())


def test_together_tells_the_failed_turn_when_one_conversation_fails() -> None:
    """Nobody waits for the conversation that failed, and its own failure is what is told."""
    doors = iter((FakeDoor(), FakeDoor(refuses=script(2)[1])))

    with pytest.raises(TurnFailed):
        together(lambda: next(doors), turns=SHORT, at_once=2, windows=WINDOWS)
