"""Rotation: killed in the middle, run again, and everything readable at every moment."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import func, insert, select

from settings import ROOT
from storage.chat import ChatStorage
from storage.envelope import CipherName, rotation
from storage.envelope.ciphers import encrypt, new_key
from storage.envelope.wrapping import KeyState, data_key_place, open_wrapping_keys
from storage.keys import Keys
from storage.sealing import FIRST, Sealing
from storage.statements import table
from storage.tables import DataKeyRow, VaultRow, WrappingKeyRow
from storage.vault import Vault, open_vault
from tests.storage.samples import NOW, READER, SECRET

VALUES = 350
DATA_KEYS = 600
ROWS, KEYS, WRAPPING = table(VaultRow), table(DataKeyRow), table(WrappingKeyRow)


@pytest.fixture
def first_version(vault: Vault) -> Sequence[str]:
    """Values as the first version stored them, and many data keys; give the references."""
    vault.ring.prepare()
    seal = AESGCM(vault.keys.sealing)
    references = [f"reference-{number}" for number in range(VALUES)]
    with vault.engine.begin() as connection:
        for reference in references:
            place = FIRST + f"vault.value\0{reference}".encode()
            value = FIRST + encrypt(seal, reference.encode(), place)
            connection.execute(
                insert(ROWS).values(
                    reference=reference, conversation_id="c", kind="phone", value=value, kept_at=NOW
                )
            )
        (active,) = connection.scalars(select(WRAPPING.c.id))
        under = open_wrapping_keys(connection, vault.keys)[active]
        for number in range(DATA_KEYS):
            key_id, cipher = f"{number:016x}", CipherName.AES_256_GCM
            wrapped = encrypt(under, new_key(cipher), data_key_place(key_id, "turns", cipher))
            connection.execute(
                insert(KEYS).values(
                    id=key_id,
                    family="turns",
                    cipher=cipher.value,
                    wrapping_key_id=active,
                    wrapped=wrapped,
                    created_at=NOW.replace(year=2020),
                )
            )
    return references


def sealing(vault: Vault) -> Sealing:
    """Opens values of the vault."""
    return vault.sealing(vault.notes(READER))


def all_open(vault: Vault, references: Sequence[str]) -> bool:
    """Whether every value can be read, and every data key be opened by a process that starts now."""
    fresh = open_vault(vault.engine, vault.keys, vault.now)
    with vault.engine.begin() as connection:
        values = dict(connection.execute(select(ROWS.c.reference, ROWS.c.value)).all())
        ids = connection.scalars(select(KEYS.c.id)).all()
    return all(
        sealing(each).reopen("vault.value", reference, values[reference]) == reference
        for each in (vault, fresh)
        for reference in references
    ) and all(fresh.ring.get(bytes.fromhex(each)) for each in ids)


def rotate(environment: Mapping[str, str], kill_at: str = "") -> str:
    """Run `ruxue keys rotate`, killed with -9 as soon as a line says this; give what it said."""
    command = [sys.executable, "-c", "from cli.main import app; app()", "keys", "rotate"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=dict(environment), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if kill_at and kill_at in line:
                process.kill()
                break
        process.wait(60)
    return "".join(said)


@pytest.fixture
def environment(url: str, tmp_path: Path) -> Mapping[str, str]:
    """Settings that lead a process to the database of this test."""
    return {
        **os.environ,
        "RUXUE_VAR": str(tmp_path),
        "RUXUE_DATABASE_URL": url,
        "RUXUE_SECRET_KEY": base64.b64encode(SECRET).decode(),
    }


def test_everything_is_readable_when_rotation_is_killed_and_run_again(
    vault: Vault, first_version: Sequence[str], environment: Mapping[str, str]
) -> None:
    """Killed while it seals anew, killed while it wraps anew, then left to end: nothing is lost."""
    assert "a new key is active" in rotate(environment, kill_at="vault.value: 100")
    assert all_open(vault, first_version)
    assert "interrupted" in rotate(environment, kill_at="20 of")
    assert all_open(vault, first_version)
    before = {key.state: key.data_keys for key in rotation.wrapping_keys(vault.engine)}
    assert before[KeyState.RETIRING] > 0
    said = rotate(environment)
    assert "interrupted" in said
    assert "is destroyed" in said
    assert all_open(vault, first_version)
    assert {key.state for key in rotation.wrapping_keys(vault.engine)} == {"active", "retired"}
    with vault.engine.begin() as connection:
        destroyed = select(WRAPPING.c.wrapped).where(WRAPPING.c.state == "retired")
        assert connection.scalars(destroyed).all() == [None]
        old = select(func.count()).select_from(ROWS).where(func.substr(ROWS.c.value, 1, 1) == FIRST)
        assert connection.execute(old).scalar_one() == 0


def test_wrapping_key_stays_when_something_still_uses_it(vault: Vault) -> None:
    """Destroying waits until nothing is wrapped by the key."""
    vault.ring.prepare()
    assert rotation.begin_rotation(vault.engine, vault.keys, CipherName.AES_256_GCM, NOW)
    assert rotation.retire(vault.engine, NOW) == []
    rotation.rewrap(vault.engine, vault.keys, lambda _done, _total: None)
    assert len(rotation.retire(vault.engine, NOW)) == 1


async def test_vault_goes_on_under_the_other_cipher_when_it_is_rotated_to_it(
    vault: Vault, chat: ChatStorage
) -> None:
    """From AES-256-GCM to SM4-GCM: what was sealed stays readable, what is new is sealed by the other."""
    first = await chat.vault.keep("c", "phone", "13800138000")
    rotation.begin_rotation(vault.engine, vault.keys, CipherName.SM4_GCM, NOW)
    rotation.rewrap(vault.engine, vault.keys, lambda _done, _total: None)
    rotation.retire(vault.engine, NOW)
    other = open_vault(vault.engine, vault.keys, vault.now, cipher=CipherName.SM4_GCM)
    sealed = sealing(other).seal("vault.value", "second", "王晓梅")
    with vault.engine.begin() as connection:
        value = connection.execute(select(ROWS.c.value).where(ROWS.c.reference == first)).scalar_one()
        ciphers = set(connection.scalars(select(KEYS.c.cipher)))
    assert sealing(other).reopen("vault.value", first, value) == "13800138000"
    assert sealing(vault).reopen("vault.value", "second", sealed) == "王晓梅"
    assert ciphers == {"AES-256-GCM", "SM4-GCM"}


def test_lookup_stays_the_same_when_keys_were_rotated(vault: Vault, keys: Keys) -> None:
    """A guardian is found by the keyed hash of the ID number before and after."""
    before = sealing(vault).find("guardians.id_number", "370102199001011226")
    vault.ring.prepare()
    rotation.begin_rotation(vault.engine, keys, CipherName.AES_256_GCM, NOW)
    fresh = open_vault(vault.engine, keys, vault.now)
    assert sealing(fresh).find("guardians.id_number", "370102199001011226") == before
