"""Identifiers of stored rows."""

from __future__ import annotations

from storage.ids import new_id


def test_identifier_is_drawn_again_when_it_begins_with_a_dash() -> None:
    """Staff type it behind a command, where a dash begins an option."""
    drawn = iter(["-Zq4tQs1vaZF204Fgflktw", "-a", "6p4atQs1vaZF204Fgflktw"])
    assert new_id(lambda _: next(drawn)) == "6p4atQs1vaZF204Fgflktw"


def test_identifiers_differ_when_two_are_drawn() -> None:
    """Each of 22 signs."""
    first, second = new_id(), new_id()
    assert first != second
    assert (len(first), len(second)) == (22, 22)
