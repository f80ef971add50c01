"""The clocks: real time in Shandong, and a demonstration's day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class WallClock:
    """The time it is; implements `enrolment.ports.Clock`."""

    def now(self) -> datetime:
        """The current moment in Asia/Shanghai."""
        return datetime.now(SHANGHAI)

    def today(self) -> date:
        """The current day in Asia/Shanghai."""
        return self.now().date()


class DemonstrationClock:
    """The hours of today on one chosen day, so that a demonstration falls into the filing window."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._wall = WallClock()

    def now(self) -> datetime:
        """The current time of day, on the chosen day."""
        return datetime.combine(self._day, self._wall.now().timetz())

    def today(self) -> date:
        """The chosen day."""
        return self._day
