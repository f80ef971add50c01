"""Encrypts single values for single places, and hashes them so that they can be found again."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from storage.envelope.ciphers import CipherName, aead, decrypt, encrypt
from storage.envelope.ring import ID_BYTES, DataKeys
from storage.errors import SealBroken
from storage.keys import Keys

FIRST, HEADER = b"\x01", b"\x02"
"""What a sealed value begins with: under the key of the secret, as in the first version, or a data key."""

Note = Callable[[str, str], None]
"""Takes down that a field (`table.column`) was read, and of whom (an id)."""


class Sealing:
    """Seals with data keys and finds with HMAC-SHA256; every value it opens is noted.

    A sealed value is a version byte, the id of its data key, a random nonce, and the ciphertext with its
    tag. It opens only as the column (`table.column`) and row it was sealed for: a value copied elsewhere
    is refused.
    """

    def __init__(self, keys: Keys, data_keys: DataKeys, note: Note) -> None:
        self._first = aead(CipherName.AES_256_GCM, keys.sealing)
        self._finding = keys.finding
        self._data_keys = data_keys
        self._note = note

    def seal(self, column: str, row_id: str, text: str) -> bytes:
        """Encrypt a text for one column of one row."""
        key = self._data_keys.current(column.split(".", maxsplit=1)[0])
        return HEADER + key.id + encrypt(key.aead, _encode(text), _place(HEADER + key.id, column, row_id))

    def open(self, column: str, row_id: str, sealed: bytes, *, subject: str) -> str:
        """Decrypt a text of one column of one row, and note that it was read of this subject.

        The subject is the id of the guardian, child or conversation it is about. Raises SealBroken.
        """
        self._note(column, subject)
        return self.reopen(column, row_id, sealed)

    def reopen(self, column: str, row_id: str, sealed: bytes) -> str:
        """Decrypt a text to seal it again or to see whether it changed; raise SealBroken."""
        head, body = self._split(sealed)
        try:
            under = self._first if head == FIRST else self._data_keys.get(head[1:]).aead
            return decrypt(under, body, _place(head, column, row_id)).decode("utf-8", "surrogatepass")
        except KeyError:
            raise SealBroken(f"{column} of a row was sealed under a key that is not kept here") from None
        except ValueError as error:
            raise SealBroken(f"{column} of a row was changed, or sealed under another secret") from error

    def find(self, purpose: str, *parts: str) -> bytes:
        """Hash a value under the key: equal for equal values of one purpose, telling nothing else."""
        texts = [_encode(part) for part in (purpose, *parts)]
        return hmac.digest(self._finding, b"".join(b"%d:%s" % (len(text), text) for text in texts), "sha256")

    @staticmethod
    def _split(sealed: bytes) -> tuple[bytes, bytes]:
        length = {FIRST: 1, HEADER: 1 + ID_BYTES}.get(sealed[:1])
        if length is None:
            raise SealBroken("a value was sealed in a way that is not known here")
        return sealed[:length], sealed[length:]


def _encode(text: str) -> bytes:
    # JSON from a stranger can hold half a surrogate pair; strict UTF-8 would turn that into a server error.
    return text.encode("utf-8", "surrogatepass")


def _place(head: bytes, column: str, row_id: str) -> bytes:
    return head + f"{column}\0{row_id}".encode()
