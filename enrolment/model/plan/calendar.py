"""The plan's days: entry age, filing, review, results, term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from enrolment.model.plan.stage import Stage


class FilingChannel(StrEnum):
    """By which road a family files."""

    ONLINE = "online"
    ONSITE = "onsite"


@dataclass(frozen=True, slots=True)
class AgeRule:
    """Entry age of a stage: `years` full years by `cutoff` (inclusive), None where age is no condition."""

    years: int | None
    cutoff: date
    clause: str


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days, both inclusive, on which something can be done."""

    opens: date
    closes: date
    clause: str

    def contains(self, day: date) -> bool:
        """Whether the day lies in the window."""
        return self.opens <= day <= self.closes


@dataclass(frozen=True, slots=True)
class StageWindows:
    """The filing windows of a stage: online, on site, and of categories that have their own."""

    online: Window
    onsite: Window | None = None
    by_category: Mapping[str, Mapping[FilingChannel, Window]] = field(default_factory=dict)

    def of(self, category: str | None = None, channel: FilingChannel = FilingChannel.ONLINE) -> Window:
        """The window of a category on a channel; the stage's own where the category has none."""
        own = self.by_category.get(category or "", {}).get(channel)
        if own is not None:
            return own
        return self.onsite or self.online if channel is FilingChannel.ONSITE else self.online

    @property
    def every(self) -> tuple[Window, ...]:
        """Every window of the stage."""
        own = (window for channels in self.by_category.values() for window in channels.values())
        return tuple(window for window in (self.online, self.onsite, *own) if window is not None)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of one enrolment.

    Months are counted to `reference_date`. A span that begins on a day has lasted a month on the same day
    of the next month (Civil Code 201, 202: the first day is not counted, and a missing day is the month's
    last), or one day earlier where `first_day_counts`.
    """

    published_on: date
    reference_date: date
    first_day_counts: bool
    windows: Mapping[Stage, StageWindows]
    review: Window
    results_by: date
    finished_by: date
    term_starts: date

    @property
    def completes_by(self) -> date:
        """The last day allowed for the whole enrolment: seven days before term (provincial rules, 八)."""
        return self.term_starts - timedelta(days=7)
