"""The plan's days as a picture: months across, one bar a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from enrolment.model.months import add_months
from enrolment.model.plan import Calendar, FilingChannel, Plan, Stage, Window
from web.pages.guide.texts import STAGES, short_span

_ROADS: Final = {FilingChannel.ONLINE: "网上", FilingChannel.ONSITE: "现场"}
_A_DAY: Final = timedelta(days=1)
_ROW: Final = 41
_LINE: Final = 22
_FITS_BESIDE_DATES: Final = 12
_FITS_A_LINE: Final = 19
_AXIS: Final = 26
_EDGE: Final = 1.5
"""Per cent of the width left free on both sides: a day alone is drawn as a dot, which needs room."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A month's first day: its name, and where it stands in per cent of the width."""

    name: str
    left: float
    middle: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what happens, when in words, where it begins and how wide it is in per cent.

    `top`, `dates_at` and `bar_at` say where the row, its dates and its bar stand, in pixels. `filing` marks
    the days on which families act; a day alone has no width.
    """

    label: str
    dates: str
    top: int
    dates_at: int
    bar_at: int
    left: float
    width: float
    filing: bool

    @property
    def short_label(self) -> str:
        """The label as it fits on one line of a phone."""
        return self.label if len(self.label) <= _FITS_A_LINE else f"{self.label[: _FITS_A_LINE - 1]}…"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture's parts; `height` in pixels, everything across in per cent."""

    months: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    height: int

    @property
    def spoken(self) -> str:
        """The picture for those who cannot see it."""
        return "；".join(f"{bar.label}：{bar.dates}" for bar in self.bars)


def timeline_of(plan: Plan) -> Timeline:
    """Draw the year from the month of publication to the month term starts."""
    calendar = plan.calendar
    first = min(calendar.published_on, *(window.opens for _, window, _ in _windows(plan))).replace(day=1)
    last = max(calendar.term_starts, calendar.finished_by).replace(day=1)
    scale = _Scale(first, add_months(last, 1))
    events = sorted(_events(plan), key=lambda event: (event[1], event[2]))
    bars: list[Bar] = []
    top = _AXIS
    for label, opens, closes, dates, filing in events:
        width = 0 if opens == closes else scale.at(closes + _A_DAY) - scale.at(opens)
        # A phone has no room for a long label and its dates side by side.
        below = _LINE if len(label) > _FITS_BESIDE_DATES else 0
        bars.append(
            Bar(label, dates, top, top + 19 + below, top + 30 + below, scale.at(opens), width, filing)
        )
        top += _ROW + below
    return Timeline(tuple(scale.months()), tuple(bars), top)


@dataclass(frozen=True, slots=True)
class _Scale:
    begins: date
    ends: date

    def at(self, day: date) -> float:
        part = (day - self.begins).days / (self.ends - self.begins).days
        return round(_EDGE + (100 - 2 * _EDGE) * part, 2)

    def months(self) -> Iterator[Mark]:
        month = self.begins
        while month < self.ends:
            following = add_months(month, 1)
            left, right = self.at(month), self.at(following)
            yield Mark(f"{month.month}月", left, round((left + right) / 2, 2))
            month = following


_Event = tuple[str, date, date, str, bool]


def _events(plan: Plan) -> Iterator[_Event]:
    calendar = plan.calendar
    for label, window, filing in (*_windows(plan), ("审核", calendar.review, False)):
        yield label, window.opens, window.closes, short_span(window), filing
    for label, day, words in _days(calendar):
        yield label, day, day, words, False


def _windows(plan: Plan) -> tuple[tuple[str, Window, bool], ...]:
    """Every filing window; roads, and for a category stages, in one row where their days are the same."""
    found: list[tuple[str, Window, bool]] = []
    for stage, windows in plan.calendar.windows.items():
        roads = {channel: windows.of(channel=channel) for channel in FilingChannel}
        found += ((f"{STAGES[stage]}{road}报名", window, True) for road, window in _roads(roads))
    for category in plan.by_priority:
        found += (
            (f"{words}：{category.title}" if words else category.title, window, True)
            for words, window in own_windows(plan, category.key)
        )
    return tuple(found)


def _roads(windows: Mapping[FilingChannel, Window]) -> Iterator[tuple[str, Window]]:
    """The windows by road; without a road's name where both are open on the same days."""
    days = {(window.opens, window.closes) for window in windows.values()}
    if len(days) == 1 and len(windows) == len(FilingChannel):
        yield "", windows[FilingChannel.ONLINE]
    else:
        yield from ((_ROADS[channel], window) for channel, window in windows.items())


def own_windows(plan: Plan, category: str) -> Iterator[tuple[str, Window]]:
    """A category's own windows, each with the stages and the road it is for, where it is not for all."""
    stages: dict[tuple[str, date, date], list[Stage]] = {}
    for stage, windows in plan.calendar.windows.items():
        for road, window in _roads(windows.by_category.get(category, {})):
            stages.setdefault((road, window.opens, window.closes), []).append(stage)
    for (road, opens, closes), named in stages.items():
        everybody = len(named) == len(plan.stages)
        words = f"{'' if everybody else STAGES[named[0]]}{road}"
        yield words, Window(opens, closes, "")


def _days(calendar: Calendar) -> Iterator[tuple[str, date, str]]:
    for label, day, words in (
        ("公布方案", calendar.published_on, ""),
        ("告诉结果", calendar.results_by, "最晚"),
        ("全部办完", calendar.finished_by, "最晚"),
        ("开学", calendar.term_starts, ""),
    ):
        yield label, day, f"{words}{day.month}月{day.day}日"
