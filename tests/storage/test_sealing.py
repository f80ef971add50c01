"""Sealed values and keyed hashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import SealBroken
from storage.keys import Keys
from storage.sealing import Sealing
from tests.storage.samples import SECRET

SEALING = Sealing(Keys.from_secret(SECRET))
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT)
def test_seal_opens_to_the_same_text_whatever_it_is(text: str) -> None:
    """Any text survives, half a surrogate pair included: strangers can send one in JSON."""
    assert SEALING.open("t.c", "row", SEALING.seal("t.c", "row", text)) == text


def test_seal_gives_another_ciphertext_when_the_text_is_the_same() -> None:
    """Equal names must not look equal in the database."""
    assert SEALING.seal("t.c", "row", "王晓梅") != SEALING.seal("t.c", "row", "王晓梅")


@pytest.mark.parametrize("position", [0, 1, 12, 13, 20, -1])
def test_open_refuses_when_a_byte_was_changed(position: int) -> None:
    """Version, nonce, ciphertext and tag are all covered."""
    sealed = bytearray(SEALING.seal("t.c", "row", "王晓梅"))
    sealed[position] ^= 1
    with pytest.raises(SealBroken):
        SEALING.open("t.c", "row", bytes(sealed))


@pytest.mark.parametrize(("column", "row"), [("t.d", "row"), ("u.c", "row"), ("t.c", "other")])
def test_open_refuses_when_the_value_was_moved(column: str, row: str) -> None:
    """A value belongs to its table, column and row."""
    sealed = SEALING.seal("t.c", "row", "王晓梅")
    with pytest.raises(SealBroken):
        SEALING.open(column, row, sealed)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01short"])
def test_open_refuses_when_the_value_was_cut(sealed: bytes) -> None:
    """A truncated value is refused by the same name as a changed one."""
    with pytest.raises(SealBroken):
        SEALING.open("t.c", "row", sealed)


def test_open_refuses_without_naming_the_value_when_the_secret_is_another() -> None:
    """The wrong secret is told apart from no data, and the message holds nothing personal."""
    sealed = SEALING.seal("guardians.name", "row", "王晓梅")
    with pytest.raises(SealBroken, match=r"^guardians\.name of a row") as refusal:
        Sealing(Keys.from_secret(b"x" * 32)).open("guardians.name", "row", sealed)
    assert "王晓梅" not in str(refusal.value)


def test_find_is_equal_only_when_purpose_parts_and_key_are() -> None:
    """A hash can't be carried to another use, nor parts shifted into each other."""
    reference = SEALING.find("p", "ab", "c")
    others = {
        SEALING.find("p", "a", "bc"),
        SEALING.find("p", "abc"),
        SEALING.find("q", "ab", "c"),
        Sealing(Keys.from_secret(b"x" * 32)).find("p", "ab", "c"),
    }
    assert SEALING.find("p", "ab", "c") == reference
    assert len(others) == 4
    assert reference not in others
