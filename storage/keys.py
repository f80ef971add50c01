"""The keys that stand at the root of what is stored, all derived from one secret of 32 bytes."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import SecretInvalid

SECRET_BYTES = 32
_GENERATION = 1


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a secret; they never leave the process.

    `wrapping` encrypts the key-encryption keys, `finding` hashes what must be found again and stays the
    same through every rotation, `linking` signs links to pages, and `sealing` opens values that were stored
    before there were data keys.
    """

    sealing: bytes = field(repr=False)
    finding: bytes = field(repr=False)
    wrapping: bytes = field(repr=False)
    linking: bytes = field(repr=False)

    @classmethod
    def from_secret(cls, secret: bytes) -> Self:
        """Derive the keys from a secret; raise SecretInvalid when it is not 32 bytes long."""
        if len(secret) != SECRET_BYTES:
            raise SecretInvalid(f"the secret has {len(secret)} bytes; it must have {SECRET_BYTES}")
        return cls(
            sealing=_derive(secret, b"seal"),
            finding=_derive(secret, b"find"),
            wrapping=_derive(secret, b"wrap"),
            linking=_derive(secret, b"link"),
        )

    @classmethod
    def from_base64(cls, text: str) -> Self:
        """Derive the keys from a secret in base64, standard or URL-safe; raise SecretInvalid."""
        standard = text.strip().replace("-", "+").replace("_", "/")
        padded = standard + "=" * (-len(standard) % 4)
        try:
            secret = base64.b64decode(padded, validate=True)
        except (binascii.Error, ValueError) as error:
            raise SecretInvalid(
                "the secret is not base64; write 32 random bytes, "
                "for example what `openssl rand -base64 32` prints"
            ) from error
        return cls.from_secret(secret)


def load_or_create(path: Path) -> Keys:
    """Read the secret kept in a file, or make one there that only its owner may read (a demonstration's way).

    Raises SecretInvalid when the file is readable by others or does not hold a secret.
    """
    if not path.exists():
        _create(path)
    if path.stat().st_mode & 0o077:
        raise SecretInvalid(f"{path.name} can be read by other users; run: chmod 600 {path.name}")
    return Keys.from_base64(path.read_text(encoding="ascii", errors="replace"))


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode() + "\n")
    # Processes that start together must agree: the link fails for all but the first of them.
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


def _derive(secret: bytes, use: bytes) -> bytes:
    info = b"ruxue/storage/%d/" % _GENERATION + use
    return HKDF(algorithm=SHA256(), length=SECRET_BYTES, salt=None, info=info).derive(secret)
