"""Identifiers anybody can guess: id-1, id-2 ..."""

from __future__ import annotations

from itertools import count


class CountingIds:
    """Implements `Ids`."""

    def __init__(self, prefix: str = "id") -> None:
        self._prefix = prefix
        self._numbers = count(1)

    def new(self) -> str:
        """The next identifier."""
        return f"{self._prefix}-{next(self._numbers)}"
