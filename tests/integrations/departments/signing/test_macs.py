"""Official test vectors: HMAC-SHA256 (RFC 4231), SM3 (GB/T 32905), HMAC-SM3 (GM/T 0042)."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.hashes import SM3, Hash

from integrations.departments.signing.macs import base64_hmac_sha256, base64_hmac_sm3

_ALPHABET = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"


def _base64(hexadecimal: str) -> str:
    return base64.b64encode(bytes.fromhex(hexadecimal)).decode()


@pytest.mark.parametrize(
    ("key", "text", "digest"),
    [
        (b"\x0b" * 20, "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (
            b"Jefe",
            "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            b"\xaa" * 131,
            "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
    ],
)
def test_hmac_sha256_is_the_standards_when_given_its_vectors(key: bytes, text: str, digest: str) -> None:
    """RFC 4231, cases 1, 2 and 6."""
    assert base64_hmac_sha256(key, text) == _base64(digest)


@pytest.mark.parametrize(
    ("key", "text", "digest"),
    [
        (
            bytes(range(1, 33)),
            _ALPHABET * 2,
            "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
        ),
        (b"\x0b" * 32, "Hi There", "c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e"),
        (
            b"Jefe",
            "what do ya want for nothing?",
            "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882",
        ),
    ],
)
def test_hmac_sm3_is_the_standards_when_given_its_vectors(key: bytes, text: str, digest: str) -> None:
    """GM/T 0042, those of its cases whose text is ASCII."""
    assert base64_hmac_sm3(key, text) == _base64(digest)


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_sm3_is_the_standards_when_given_its_vectors(text: bytes, digest: str) -> None:
    """GB/T 32905, appendix A."""
    hashed = Hash(SM3())
    hashed.update(text)
    assert hashed.finalize().hex() == digest
