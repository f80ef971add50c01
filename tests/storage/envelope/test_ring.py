"""Data keys: made once, found by every process, begun anew in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select, update

from storage.engine import create_engine
from storage.envelope import CipherName, KeyRing
from storage.envelope.ring import LIFETIME
from storage.errors import SealBroken
from storage.keys import Keys
from storage.statements import table
from storage.tables import DataKeyRow, WrappingKeyRow
from storage.tables.holdings import SEALED
from tests.storage.samples import NOW


def ring(engine: Engine, keys: Keys, days: int = 0, cipher: CipherName = CipherName.AES_256_GCM) -> KeyRing:
    """The ring of a process that runs some days after NOW."""
    return KeyRing(engine, keys, lambda: NOW + timedelta(days=days), cipher=cipher)


def test_data_key_is_one_for_each_table_when_another_process_looks(engine: Engine, keys: Keys) -> None:
    """The second process takes up the first one's keys."""
    first, second = ring(engine, keys), ring(engine, keys)
    mine = {family: first.current(family).id for family in SEALED}
    assert {family: second.current(family).id for family in SEALED} == mine
    assert len(set(mine.values())) == len(SEALED)


def test_data_key_is_found_when_another_process_made_it_since(engine: Engine, keys: Keys) -> None:
    """A process that runs for long opens values under keys younger than itself."""
    old = ring(engine, keys)
    old.prepare()
    young = ring(engine, keys, days=LIFETIME.days).current("vault")
    assert young.id != old.current("vault").id
    nonce = bytes(12)
    assert old.get(young.id).aead.decrypt(nonce, young.aead.encrypt(nonce, b"value", b""), b"") == b"value"


def test_data_key_is_unknown_when_nobody_made_it(engine: Engine, keys: Keys) -> None:
    """An id out of nowhere is refused."""
    with pytest.raises(KeyError):
        ring(engine, keys).get(b"x" * 8)


def test_data_key_is_another_when_the_cipher_was_changed(engine: Engine, keys: Keys) -> None:
    """New values are sealed as the setting says from the next start on."""
    aes, sm4 = ring(engine, keys), ring(engine, keys, cipher=CipherName.SM4_GCM)
    assert aes.current("vault").id != sm4.current("vault").id
    assert sm4.get(aes.current("vault").id).id == aes.current("vault").id


def test_keys_are_made_once_when_processes_start_together(url: str, keys: Keys) -> None:
    """Four first starts end with one key-encryption key and one data key a table."""
    together = Barrier(4)

    def start(_: int) -> bytes:
        engine = create_engine(url, patience=10)
        together.wait()
        return ring(engine, keys).current("vault").id

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(start, range(4)))) == 1
    with create_engine(url).begin() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table(row))).scalar_one()
            for row in (WrappingKeyRow, DataKeyRow)
        ]
    assert counts == [1, len(SEALED)]


def test_ring_is_refused_when_the_secret_is_another(engine: Engine, keys: Keys) -> None:
    """A wrong secret is named at once, before anything is stored under it."""
    ring(engine, keys).prepare()
    with pytest.raises(SealBroken, match="another secret"):
        ring(engine, Keys.from_secret(b"x" * 32)).prepare()


def test_ring_is_refused_when_a_data_key_was_exchanged(engine: Engine, keys: Keys) -> None:
    """A wrapped key opens only as the key of its own table."""
    ring(engine, keys).prepare()
    rows = table(DataKeyRow)
    with engine.begin() as connection:
        theirs = connection.execute(select(rows.c.wrapped).where(rows.c.family == "turns")).scalar_one()
        connection.execute(update(rows).where(rows.c.family == "vault").values(wrapped=theirs))
    with pytest.raises(SealBroken, match="a data key was changed"):
        ring(engine, keys).prepare()
