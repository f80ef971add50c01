"""Show an office what is asked and not answered."""

from __future__ import annotations

from datetime import timedelta

from enrolment.guidance_ports import Gaps
from enrolment.model.guidance.gaps import Cluster, gather
from enrolment.ports import Clock


def list_gaps(county: str, days: int, *, gaps: Gaps, clock: Clock) -> tuple[Cluster, ...]:
    """The questions of the last days, those that ask the same together, most asked first.

    `county` empty means every county.
    """
    return gather(gaps.since(county, clock.now() - timedelta(days=days)))
