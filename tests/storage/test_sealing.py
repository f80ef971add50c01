"""Sealed values and keyed hashes."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from storage.envelope.ciphers import KEY_BYTES, CipherName, aead
from storage.envelope.ring import ID_BYTES, DataKey
from storage.errors import SealBroken
from storage.keys import Keys
from storage.sealing import Sealing
from tests.storage.samples import SECRET

READ: list[tuple[str, str]] = []


class OneKey:
    """Implements `DataKeys` with one key for everything."""

    def __init__(self, cipher: CipherName = CipherName.AES_256_GCM) -> None:
        self._key = DataKey(b"k" * ID_BYTES, aead(cipher, bytes(KEY_BYTES[cipher])))

    def current(self, family: str) -> DataKey:
        """The key."""
        del family
        return self._key

    def get(self, key_id: bytes) -> DataKey:
        """The key, by its id only."""
        return {self._key.id: self._key}[key_id]


def sealing(secret: bytes = SECRET, cipher: CipherName = CipherName.AES_256_GCM) -> Sealing:
    """Sealing under a secret and one data key; what is read goes to READ."""
    return Sealing(
        Keys.from_secret(secret), OneKey(cipher), lambda field, subject: READ.append((field, subject))
    )


SEALING = sealing()
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


def opened(sealed: bytes, column: str = "t.c", row: str = "row", under: Sealing = SEALING) -> str:
    """Open a value, by default where it was sealed for."""
    return under.open(column, row, sealed, subject="subject")


@pytest.mark.parametrize("cipher", list(CipherName))
@given(text=ANY_TEXT)
def test_seal_opens_to_the_same_text_whatever_it_is(text: str, cipher: CipherName) -> None:
    """Any text survives under either cipher, half a surrogate pair included: strangers can send one."""
    under = sealing(cipher=cipher)
    assert opened(under.seal("t.c", "row", text), under=under) == text


def test_open_notes_the_field_and_the_subject_when_it_is_read() -> None:
    """Who looked at what is taken down before the value is given."""
    READ.clear()
    opened(SEALING.seal("t.c", "row", "王晓梅"))
    assert READ == [("t.c", "subject")]


def test_open_reads_what_the_first_version_sealed() -> None:
    """Values from before there were data keys stay readable: version 1, sealed by the secret's own key."""
    nonce = bytes(12)
    body = AESGCM(Keys.from_secret(SECRET).sealing).encrypt(nonce, "王晓梅".encode(), b"\x01t.c\0row")
    assert opened(b"\x01" + nonce + body) == "王晓梅"


def test_open_refuses_when_the_data_key_is_not_known() -> None:
    """A value whose key was destroyed is refused by name."""
    sealed = SEALING.seal("t.c", "row", "王晓梅")
    with pytest.raises(SealBroken, match="not kept here"):
        opened(sealed[:1] + bytes(ID_BYTES) + sealed[1 + ID_BYTES :])


def test_seal_gives_another_ciphertext_when_the_text_is_the_same() -> None:
    """Equal names must not look equal in the database."""
    assert SEALING.seal("t.c", "row", "王晓梅") != SEALING.seal("t.c", "row", "王晓梅")


@pytest.mark.parametrize("position", [0, 1, 8, 9, 20, 21, 28, -1])
def test_open_refuses_when_a_byte_was_changed(position: int) -> None:
    """Version, nonce, ciphertext and tag are all covered."""
    sealed = bytearray(SEALING.seal("t.c", "row", "王晓梅"))
    sealed[position] ^= 1
    with pytest.raises(SealBroken):
        opened(bytes(sealed))


@pytest.mark.parametrize(("column", "row"), [("t.d", "row"), ("u.c", "row"), ("t.c", "other")])
def test_open_refuses_when_the_value_was_moved(column: str, row: str) -> None:
    """A value belongs to its table, column and row."""
    sealed = SEALING.seal("t.c", "row", "王晓梅")
    with pytest.raises(SealBroken):
        opened(sealed, column, row)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01short", b"\x02", b"\x02" + b"k" * 8, b"\x03"])
def test_open_refuses_when_the_value_was_cut(sealed: bytes) -> None:
    """A truncated value is refused by the same name as a changed one."""
    with pytest.raises(SealBroken):
        opened(sealed)


def test_open_refuses_without_naming_the_value_when_the_secret_is_another() -> None:
    """The wrong secret is told apart from no data, and the message holds nothing personal."""
    sealed = SEALING.seal("guardians.name", "row", "王晓梅")
    other = sealing(cipher=CipherName.SM4_GCM)
    with pytest.raises(SealBroken, match=r"^guardians\.name of a row") as refusal:
        opened(sealed, "guardians.name", under=other)
    assert "王晓梅" not in str(refusal.value)


def test_find_is_equal_only_when_purpose_parts_and_key_are() -> None:
    """A hash can't be carried to another use, nor parts shifted into each other."""
    reference = SEALING.find("p", "ab", "c")
    others = {
        SEALING.find("p", "a", "bc"),
        SEALING.find("p", "abc"),
        SEALING.find("q", "ab", "c"),
        sealing(b"x" * 32).find("p", "ab", "c"),
    }
    assert SEALING.find("p", "ab", "c") == reference
    assert len(others) == 4
    assert reference not in others
