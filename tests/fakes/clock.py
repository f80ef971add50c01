"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
DEMONSTRATION_NOW = datetime(2027, 6, 10, 9, 30, tzinfo=SHANGHAI)


class FrozenClock:
    """Implements `Clock`."""

    def __init__(self, now: datetime = DEMONSTRATION_NOW) -> None:
        self._now = now

    def now(self) -> datetime:
        """The moment it stands at."""
        return self._now

    def today(self) -> date:
        """The day it stands at."""
        return self._now.date()

    def advance(self, step: timedelta) -> None:
        """Move on."""
        self._now += step

    def set_to(self, now: datetime) -> None:
        """Jump."""
        self._now = now
