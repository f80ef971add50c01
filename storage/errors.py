"""What storage refuses, by name."""

from __future__ import annotations

from enrolment.model.errors import EnrolmentError


class StorageError(Exception):
    """Something stored, or a key to it, is not as it must be."""


class SecretInvalid(StorageError):
    """The secret that encrypts what is stored is missing, of the wrong length, or readable by others."""


class SealBroken(StorageError):
    """An encrypted value was changed, moved to another row, or sealed under another secret."""


class CaseChanged(EnrolmentError):
    """Somebody else added to the case's timeline since it was read; read it again, then act."""
