"""The two ciphers values are sealed with: AES-256-GCM, and SM4-GCM where a national cipher is asked for."""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
TAG_BYTES = 16


class CipherName(StrEnum):
    """How a key encrypts; stored beside each key, so that both kinds can be in use at once."""

    AES_256_GCM = "AES-256-GCM"
    SM4_GCM = "SM4-GCM"


KEY_BYTES = {CipherName.AES_256_GCM: 32, CipherName.SM4_GCM: 16}


class Aead(Protocol):
    """Authenticated encryption under one key; `place` is what the ciphertext is bound to."""

    def encrypt(self, nonce: bytes, data: bytes, place: bytes | None, /) -> bytes:
        """Encrypt; the tag is at the end."""
        ...

    def decrypt(self, nonce: bytes, data: bytes, place: bytes | None, /) -> bytes:
        """Decrypt; raise InvalidTag or ValueError when anything was changed."""
        ...


class Sm4Gcm:
    """SM4-GCM (RFC 8998), with the interface `cryptography` gives AES-GCM."""

    def __init__(self, key: bytes) -> None:
        self._algorithm = algorithms.SM4(key)

    def encrypt(self, nonce: bytes, data: bytes, place: bytes | None, /) -> bytes:
        """Encrypt; the tag is at the end."""
        encryptor = Cipher(self._algorithm, modes.GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(place or b"")
        return encryptor.update(data) + encryptor.finalize() + encryptor.tag

    def decrypt(self, nonce: bytes, data: bytes, place: bytes | None, /) -> bytes:
        """Decrypt; raise InvalidTag when anything was changed, ValueError when it was cut."""
        body, tag = data[:-TAG_BYTES], data[-TAG_BYTES:]
        decryptor = Cipher(self._algorithm, modes.GCM(nonce, tag)).decryptor()
        decryptor.authenticate_additional_data(place or b"")
        return decryptor.update(body) + decryptor.finalize()


def aead(cipher: CipherName, key: bytes) -> Aead:
    """Encryption under a key of the length the cipher asks for."""
    return AESGCM(key) if cipher is CipherName.AES_256_GCM else Sm4Gcm(key)


def new_key(cipher: CipherName) -> bytes:
    """A random key for a cipher."""
    return secrets.token_bytes(KEY_BYTES[cipher])


def encrypt(under: Aead, data: bytes, place: bytes) -> bytes:
    """Encrypt for one place; the result is a random nonce, the ciphertext and its tag."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + under.encrypt(nonce, data, place)


def decrypt(under: Aead, sealed: bytes, place: bytes) -> bytes:
    """Decrypt what `encrypt` made for this place; raise ValueError for anything else."""
    try:
        return under.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except InvalidTag:
        raise ValueError("changed, moved, or sealed under another key") from None
