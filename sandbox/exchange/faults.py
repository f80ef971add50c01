"""What can be made to go wrong with a data item, for how long, and how often each was called."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sandbox.settings import Clock


class FaultKind(StrEnum):
    """The ways a data item can fail."""

    NONE = "none"
    DOWN = "down"
    SLOW = "slow"
    ERROR = "error"
    MALFORMED = "malformed"
    WRONG_SIGNATURE = "wrong_signature"
    EXPIRED_SECRET = "expired_secret"  # noqa: S105 - the name of a fault
    EMPTY = "empty"
    STALE = "stale"
    OTHER_PERSON = "other_person"
    FLAPPING = "flapping"
    FORGED = "forged"
    REPLAYED = "replayed"
    SKEWED = "skewed"
    OVERSIZE = "oversize"
    WRONG_TYPES = "wrong_types"
    UNEXPECTED_FIELDS = "unexpected_fields"


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure in force, until `recovers_at` if that is set; `seconds` is how long a slow answer waits."""

    kind: FaultKind = FaultKind.NONE
    seconds: float = 0.0
    recovers_at: datetime | None = None


class FaultBoard:
    """The faults in force and the calls counted, by resource."""

    def __init__(self, rids: Iterable[str], clock: Clock) -> None:
        self._clock = clock
        self._faults = dict.fromkeys(rids, Fault())
        self.calls: Counter[str] = Counter(dict.fromkeys(self._faults, 0))

    def __contains__(self, rid: object) -> bool:
        return rid in self._faults

    def set(self, rid: str, fault: Fault) -> None:
        """Put a fault in force for a known resource."""
        self._faults[rid] = fault

    def of(self, rid: str) -> Fault:
        """Give the fault in force; none for a resource nobody knows, or one that has recovered."""
        fault = self._faults.get(rid, Fault())
        recovered = fault.recovers_at is not None and self._clock() >= fault.recovers_at
        return Fault() if recovered else fault

    def all(self) -> dict[str, Fault]:
        """Give every resource with the fault in force."""
        return {rid: self.of(rid) for rid in self._faults}

    def met_by_call(self, rid: str) -> Fault:
        """Count a call and give the fault it meets; every other call of a flapping resource finds it down."""
        if rid not in self._faults:
            return Fault()
        self.calls[rid] += 1
        fault = self.of(rid)
        if fault.kind is not FaultKind.FLAPPING:
            return fault
        return Fault(FaultKind.DOWN if self.calls[rid] % 2 else FaultKind.NONE)
