"""Where personal data are kept: a database, the keys to it, and the log of who reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from enrolment.model.access import Reader
from storage.access_log import AccessNotes, Noted
from storage.envelope import CipherName, KeyRing
from storage.keys import Keys
from storage.sealing import Sealing


@dataclass(frozen=True, slots=True)
class Vault:
    """What every repository of sealed values stands on; one for each process."""

    engine: Engine
    keys: Keys
    ring: KeyRing
    now: Callable[[], datetime]
    noted: Noted = field(default_factory=Noted)

    def notes(self, reader: Reader) -> AccessNotes:
        """Begin to take down what somebody reads."""
        return AccessNotes(reader, self.now, self.noted)

    def sealing(self, notes: AccessNotes) -> Sealing:
        """Seal and open values; what is opened is noted."""
        return Sealing(self.keys, self.ring, notes.note)


def open_vault(
    engine: Engine,
    keys: Keys,
    now: Callable[[], datetime],
    *,
    cipher: CipherName = CipherName.AES_256_GCM,
) -> Vault:
    """Open the vault on a database; `now` dates keys and the log, and the cipher seals what is new."""
    return Vault(engine, keys, KeyRing(engine, keys, now, cipher=cipher), now)
