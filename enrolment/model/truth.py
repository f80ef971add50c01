"""Three-valued logic: a rule over facts nobody has confirmed yet is neither true nor false."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """True, false, or not known yet (Kleene's strong logic)."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool) -> Truth:  # noqa: FBT001 - it converts a bool
        """Turn a bool into a Truth."""
        return cls.TRUE if value else cls.FALSE

    def __invert__(self) -> Truth:
        return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}[self]


def all_of(parts: Iterable[Truth]) -> Truth:
    """Be false when one part is, true when every part is, unknown otherwise."""
    seen = set(parts)
    if Truth.FALSE in seen:
        return Truth.FALSE
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.TRUE


def any_of(parts: Iterable[Truth]) -> Truth:
    """Be true when one part is, false when every part is, unknown otherwise."""
    return ~all_of(~part for part in parts)
