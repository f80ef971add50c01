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
        if self is Truth.UNKNOWN:
            return self
        return Truth.FALSE if self is Truth.TRUE else Truth.TRUE


def all_of(parts: Iterable[Truth]) -> Truth:
    """Be false when one part is, true when every part is, unknown otherwise; look no further than needed."""
    whole = Truth.TRUE
    for part in parts:
        if part is Truth.FALSE:
            return part
        if part is Truth.UNKNOWN:
            whole = part
    return whole


def any_of(parts: Iterable[Truth]) -> Truth:
    """Be true when one part is, false when every part is, unknown otherwise; look no further than needed."""
    whole = Truth.FALSE
    for part in parts:
        if part is Truth.TRUE:
            return part
        if part is Truth.UNKNOWN:
            whole = part
    return whole
