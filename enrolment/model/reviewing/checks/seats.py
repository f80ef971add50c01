"""The seat lock: the rule that looks at a used seat counts the years that the lock sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.places import conditions_of
from enrolment.model.rules import MONTHS, Condition

_SEAT_FACT: Final = "home_seat_used_on"
_MONTHS_OF_YEAR: Final = 12


def seat_locks_agree(plan: Plan) -> Iterator[Finding]:
    """Months since a seat was used are compared with the years of a lock."""
    locks = plan.seat_locks.values()
    locked = ", ".join(f"{lock.years} years ({lock.stage})" for lock in locks) or "none"
    for place, leaf in conditions_of(plan):
        if not isinstance(leaf, Condition) or leaf.fact != _SEAT_FACT or leaf.op not in MONTHS:
            continue
        if all(leaf.value != lock.years * _MONTHS_OF_YEAR for lock in locks):
            yield Finding(
                Code.SEAT_LOCK_DIFFERS,
                place,
                f"counts {leaf.value} months since the seat was used, but seat_locks sets {locked}",
                "name one figure under thresholds, and write it both here and under seat_locks",
            )
