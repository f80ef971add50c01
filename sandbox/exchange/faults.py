"""What can be made to go wrong with a data item, and how often each was called."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """The ways a data item can fail."""

    NONE = "none"
    DOWN = "down"
    SLOW = "slow"
    ERROR = "error"
    MALFORMED = "malformed"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure in force; `seconds` is how long a slow answer is held back."""

    kind: FaultKind = FaultKind.NONE
    seconds: float = 0.0


class FaultBoard:
    """The faults in force and the calls counted, by resource."""

    def __init__(self, rids: Iterable[str]) -> None:
        self._faults = dict.fromkeys(rids, Fault())
        self.calls: Counter[str] = Counter(dict.fromkeys(self._faults, 0))

    def __contains__(self, rid: object) -> bool:
        return rid in self._faults

    def set(self, rid: str, fault: Fault) -> None:
        """Put a fault in force for a known resource."""
        self._faults[rid] = fault

    def of(self, rid: str) -> Fault:
        """Give the fault in force; none for a resource nobody knows."""
        return self._faults.get(rid, Fault())

    def all(self) -> dict[str, Fault]:
        """Give every resource with the fault in force."""
        return dict(self._faults)
