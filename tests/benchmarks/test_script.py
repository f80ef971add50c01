"""The scripted conversation and its windows."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.script import CYCLE, LONG, OPENING, WINDOWS, Window, script


def test_script_has_two_hundred_turns_and_more_when_it_is_long() -> None:
    """The issue asks for at least 200 turns."""
    assert len(script(LONG)) == LONG >= 200


def test_script_begins_with_the_opening_when_it_is_short() -> None:
    """The guardian opens first, then the cycle begins."""
    assert script(3) == (*OPENING, CYCLE[0])


@pytest.mark.parametrize("window", WINDOWS)
def test_window_holds_the_same_mix_of_turns_when_compared_with_another(window: Window) -> None:
    """Each window is whole cycles, or the windows would measure different questions."""
    said = Counter(script(LONG)[window.first - 1 : window.last])
    assert set(said) == set(CYCLE)
    assert len(set(said.values())) == 1
    assert window.holds(window.turn)
