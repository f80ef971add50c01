"""Bodies encrypted with SM4: the official vectors, and what does not open."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import ECB, GCM
from hypothesis import given
from hypothesis import strategies as st

from integrations.departments import Sm4Payload
from integrations.departments.errors import AnswerMalformed

_KEY = "0123456789abcdeffedcba9876543210"


def test_sm4_is_the_standards_when_given_its_vector() -> None:
    """GB/T 32907, appendix A.1."""
    encryptor = Cipher(SM4(bytes.fromhex(_KEY)), ECB()).encryptor()  # noqa: S305 - the vector is of one block
    block = encryptor.update(bytes.fromhex(_KEY))
    assert block.hex() == "681edf34d206965e86b3e94f536e4246"


def test_sm4_gcm_is_the_standards_when_given_its_vector() -> None:
    """RFC 8998, appendix A.1."""
    nonce = bytes.fromhex("00001234567800000000abcd")
    plain = b"".join(bytes([byte]) * 8 for byte in bytes.fromhex("aabbccddeeffeeaa"))
    encryptor = Cipher(SM4(bytes.fromhex(_KEY)), GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
    assert (encryptor.update(plain) + encryptor.finalize()).hex() == (
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
    )
    assert encryptor.tag.hex() == "83de3541e4c2b58177e065a9bf7b62ec"


@given(plain=st.binary(max_size=200), resource=st.text(max_size=20))
def test_body_opens_when_sealed_for_the_same_resource(plain: bytes, resource: str) -> None:
    """Whatever the body; no two of them look alike, and none shows what is in it."""
    payload = Sm4Payload.from_hex(_KEY)
    sealed = payload.seal(resource, plain)
    assert payload.open(resource, sealed) == plain
    assert payload.seal(resource, plain) != sealed


@pytest.mark.parametrize("sealed", [None, [], 7, "", "%%%", "QUJD", base64.b64encode(b"0" * 64).decode()])
def test_body_is_refused_when_it_is_not_encrypted_as_agreed(sealed: object) -> None:
    """Plain data where encrypted ones were agreed on are not taken."""
    with pytest.raises(AnswerMalformed):
        Sm4Payload.from_hex(_KEY).open("marriage", sealed)


def test_body_is_refused_when_sealed_otherwise() -> None:
    """Another key, another resource, one character changed."""
    sealed = Sm4Payload.from_hex(_KEY).seal("marriage", b"[]")
    changed = ("A" if sealed[20] != "A" else "B").join((sealed[:20], sealed[21:]))
    for key, resource, body in (
        ("f" * 32, "marriage", sealed),
        (_KEY, "real_estate", sealed),
        (_KEY, "marriage", changed),
    ):
        with pytest.raises(AnswerMalformed, match="does not open"):
            Sm4Payload.from_hex(key).open(resource, body)


@pytest.mark.parametrize("key", ["", "00", "zz" * 16, _KEY + "00"])
def test_key_is_refused_when_it_is_not_sixteen_bytes(key: str) -> None:
    """A key is checked when the process starts, not when a parent waits."""
    with pytest.raises(ValueError, match="hexadecimal"):
        Sm4Payload.from_hex(key)
    assert _KEY not in repr(Sm4Payload.from_hex(_KEY))
