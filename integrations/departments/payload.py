"""Bodies encrypted with SM4 (GB/T 32907) in GCM, for exchanges that want more than TLS."""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM

from integrations.departments.errors import AnswerMalformed

_NONCE = 12
_TAG = 16


@dataclass(frozen=True, slots=True)
class Sm4Payload:
    """Base64 of nonce, ciphertext and tag, bound to the resource asked for; the key has 16 bytes."""

    key: bytes = field(repr=False)

    @classmethod
    def from_hex(cls, key: str) -> Sm4Payload:
        """Read the key from 32 hexadecimal digits; raise ValueError for anything else."""
        raw = bytes.fromhex(key)
        if len(raw) != SM4.block_size // 8:
            raise ValueError("an SM4 key has 32 hexadecimal digits")
        return cls(raw)

    def seal(self, resource: str, plain: bytes) -> str:
        """Encrypt a body."""
        nonce = secrets.token_bytes(_NONCE)
        encryptor = Cipher(SM4(self.key), GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(resource.encode())
        sealed = encryptor.update(plain) + encryptor.finalize()
        return base64.b64encode(nonce + sealed + encryptor.tag).decode("ascii")

    def open(self, resource: str, sealed: object) -> bytes:
        """Decrypt a body; raise AnswerMalformed when it is not one of this key and resource."""
        if not isinstance(sealed, str):
            raise AnswerMalformed("the data is not encrypted as agreed")
        try:
            raw = base64.b64decode(sealed, validate=True)
            nonce, text, tag = raw[:_NONCE], raw[_NONCE:-_TAG], raw[-_TAG:]
            decryptor = Cipher(SM4(self.key), GCM(nonce, tag)).decryptor()
            decryptor.authenticate_additional_data(resource.encode())
            return decryptor.update(text) + decryptor.finalize()
        except (binascii.Error, InvalidTag, ValueError) as error:
            raise AnswerMalformed("the data does not open with the agreed SM4 key") from error
