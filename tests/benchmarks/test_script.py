"""The scripted conversation and its windows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

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
    kinds = [turn % len(CYCLE) for turn in range(window.first, window.last + 1)]
    assert set(kinds) == set(range(len(CYCLE)))
    assert len(set(Counter(kinds).values())) == 1
    assert window.holds(window.turn)


def test_correction_differs_from_the_one_before_when_the_cycle_comes_round() -> None:
    """Saying the same birth date again would correct nothing, and be answered by less."""
    corrections = [text for text in script(LONG) if text.startswith("生日填错了")]
    assert "{" not in "".join(script(LONG))
    assert all(one != other for one, other in pairwise(corrections))
