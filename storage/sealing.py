"""Encrypts single values for single places, and hashes them so that they can be found again."""

from __future__ import annotations

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import SealBroken
from storage.keys import VERSION, Keys

NONCE_BYTES = 12
HEADER = bytes([VERSION])


class Sealing:
    """Seals with AES-256-GCM and finds with HMAC-SHA256.

    A sealed value is a version byte, a random nonce, and the ciphertext with its tag. It opens only as
    the column (`table.column`) and row it was sealed for: a value copied elsewhere is refused.
    """

    def __init__(self, keys: Keys) -> None:
        self._cipher = AESGCM(keys.sealing)
        self._finding = keys.finding

    def seal(self, column: str, row_id: str, text: str) -> bytes:
        """Encrypt a text for one column of one row."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return HEADER + nonce + self._cipher.encrypt(nonce, _encode(text), _place(column, row_id))

    def open(self, column: str, row_id: str, sealed: bytes) -> str:
        """Decrypt a text of one column of one row; raise SealBroken."""
        if sealed[:1] != HEADER:
            raise SealBroken(f"{column} of a row was sealed under an unknown key version")
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            text = self._cipher.decrypt(nonce, body, _place(column, row_id))
        except (InvalidTag, ValueError) as error:
            raise SealBroken(f"{column} of a row was changed, or sealed under another secret") from error
        return text.decode("utf-8", "surrogatepass")

    def find(self, purpose: str, *parts: str) -> bytes:
        """Hash a value under the key: equal for equal values of one purpose, telling nothing else."""
        texts = [_encode(part) for part in (purpose, *parts)]
        return hmac.digest(self._finding, b"".join(b"%d:%s" % (len(text), text) for text in texts), "sha256")


def _encode(text: str) -> bytes:
    # JSON from a stranger can hold half a surrogate pair; strict UTF-8 would turn that into a server error.
    return text.encode("utf-8", "surrogatepass")


def _place(column: str, row_id: str) -> bytes:
    return HEADER + f"{column}\0{row_id}".encode()
