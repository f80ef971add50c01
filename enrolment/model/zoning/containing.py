"""Whether a number lies in a part of a zone: yes, no, or not to be said without the number."""

from __future__ import annotations

from enrolment.model.truth import Truth
from enrolment.model.zoning.zone import Part, RoadRange


def contains(part: Part, number: int | None) -> Truth:
    """Say whether a street number lies in a range of a road, or a building in a part of a community."""
    parity = part.parity if isinstance(part, RoadRange) else "all"
    first, last = part.ends
    if number is None:
        whole = parity == "all" and part.ends == _EVERYTHING
        return Truth.TRUE if whole else Truth.UNKNOWN
    on_side = parity == "all" or (number % 2 == 1) == (parity == "odd")
    return Truth.of(on_side and first <= number <= last)


_EVERYTHING = RoadRange("").ends
