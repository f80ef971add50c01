"""What a paper says of itself, by which a department may find its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Particular(StrEnum):
    """One thing a paper says of itself."""

    NUMBER = "number"
    KIND = "kind"
    NAME = "name"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a guardian gave of one paper; empty where not given."""

    number: str = field(default="", repr=False)
    kind: str = ""
    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)

    @property
    def given(self) -> Mapping[Particular, str]:
        """Those that were given."""
        return {each: value for each in Particular if (value := getattr(self, each.value))}


NONE = Particulars()
