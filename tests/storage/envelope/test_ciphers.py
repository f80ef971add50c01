"""SM4-GCM against the example of its standard, and both ciphers against changes."""

from __future__ import annotations

import pytest

from storage.envelope.ciphers import CipherName, Sm4Gcm, aead, decrypt, encrypt, new_key

# RFC 8998, appendix A.1.
KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")
NONCE = bytes.fromhex("00001234567800000000abcd")
PLACE = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
PLAIN = bytes.fromhex(
    "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
    "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"
)
SEALED = bytes.fromhex(
    "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
    "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
    "83de3541e4c2b58177e065a9bf7b62ec"
)


def test_sm4_gcm_gives_what_its_standard_says() -> None:
    """The example of RFC 8998, both ways."""
    assert Sm4Gcm(KEY).encrypt(NONCE, PLAIN, PLACE) == SEALED
    assert Sm4Gcm(KEY).decrypt(NONCE, SEALED, PLACE) == PLAIN


@pytest.mark.parametrize("cipher", list(CipherName))
@pytest.mark.parametrize("position", [0, 11, 12, 20, -1])
def test_decrypt_refuses_when_a_byte_was_changed(cipher: CipherName, position: int) -> None:
    """Nonce, ciphertext and tag are covered under either cipher."""
    under = aead(cipher, new_key(cipher))
    sealed = bytearray(encrypt(under, b"a record", b"place"))
    sealed[position] ^= 1
    with pytest.raises(ValueError, match="changed"):
        decrypt(under, bytes(sealed), b"place")


@pytest.mark.parametrize("cipher", list(CipherName))
def test_decrypt_refuses_when_the_place_is_another(cipher: CipherName) -> None:
    """A ciphertext belongs to one place."""
    under = aead(cipher, new_key(cipher))
    sealed = encrypt(under, b"a record", b"place")
    assert decrypt(under, sealed, b"place") == b"a record"
    with pytest.raises(ValueError, match="changed"):
        decrypt(under, sealed, b"elsewhere")
