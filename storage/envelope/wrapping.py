"""Key-encryption keys: how they are made, wrapped under the secret, and open data keys."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from sqlalchemy import Connection, RowMapping, select

from storage.envelope.ciphers import KEY_BYTES, Aead, CipherName, aead, decrypt, encrypt, new_key
from storage.errors import SealBroken
from storage.keys import Keys
from storage.statements import insert, table
from storage.tables import WrappingKeyRow

ROWS = table(WrappingKeyRow)


class KeyState(StrEnum):
    """How far a key-encryption key is: it wraps new keys, is being replaced, or is destroyed."""

    ACTIVE = "active"
    RETIRING = "retiring"
    RETIRED = "retired"


def lock_keys(connection: Connection) -> None:
    """Let no other process make, wrap or destroy a key until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE wrapping_keys IN SHARE ROW EXCLUSIVE MODE")


def make_wrapping_key(connection: Connection, keys: Keys, cipher: CipherName, now: datetime) -> str:
    """Store a new active key; return its id."""
    key_id = f"{now:%Y%m%d}-{secrets.token_hex(4)}"
    connection.execute(
        insert(connection.dialect.name, WrappingKeyRow).values(
            id=key_id,
            cipher=cipher.value,
            state=KeyState.ACTIVE.value,
            wrapped=encrypt(_root(keys, cipher), new_key(cipher), _place(key_id, cipher)),
            created_at=now,
        )
    )
    return key_id


def open_wrapping_keys(connection: Connection, keys: Keys) -> dict[str, Aead]:
    """Every key that is not destroyed, by id; raise SealBroken when the secret is another."""
    rows = connection.execute(select(ROWS).where(ROWS.c.wrapped.is_not(None))).mappings()
    return {row["id"]: aead(CipherName(row["cipher"]), open_wrapping_key(row, keys)) for row in rows}


def open_wrapping_key(row: RowMapping, keys: Keys) -> bytes:
    """Unwrap a row of wrapping_keys; raise SealBroken when the secret is another."""
    cipher = CipherName(row["cipher"])
    try:
        return decrypt(_root(keys, cipher), row["wrapped"], _place(row["id"], cipher))
    except ValueError as error:
        raise SealBroken("a key was changed, or wrapped under another secret") from error


def wrapped_under(keys: Keys, row: RowMapping, key: bytes) -> bytes:
    """A key-encryption key, wrapped for its row under the keys of a secret."""
    cipher = CipherName(row["cipher"])
    return encrypt(_root(keys, cipher), key, _place(row["id"], cipher))


def open_data_key(row: RowMapping, under: Aead) -> bytes:
    """Unwrap a row of data_keys; raise SealBroken."""
    try:
        return decrypt(under, row["wrapped"], data_key_place(row["id"], row["family"], row["cipher"]))
    except ValueError as error:
        raise SealBroken("a data key was changed") from error


def data_key_place(key_id: str, family: str, cipher: str) -> bytes:
    """What a wrapped data key is bound to."""
    return f"data_keys\0{key_id}\0{family}\0{cipher}".encode()


def _place(key_id: str, cipher: str) -> bytes:
    return f"wrapping_keys\0{key_id}\0{cipher}".encode()


def _root(keys: Keys, cipher: CipherName) -> Aead:
    info = f"ruxue/vault/{cipher}".encode()
    return aead(cipher, HKDFExpand(SHA256(), KEY_BYTES[cipher], info).derive(keys.wrapping))
