"""The databases of the storage tests, for workflows too."""

from __future__ import annotations

from tests.storage.conftest import postgresql_copies, postgresql_server

__all__ = ["postgresql_copies", "postgresql_server"]
