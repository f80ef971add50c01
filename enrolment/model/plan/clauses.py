"""The plan's clauses, and the figures they set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the plan in its own plain words; `source` names the rule it restates.

    `reference` says where that rule can be read: a document number or an address.
    """

    id: str
    title: str
    text: str
    source: str
    reference: str = ""


class Unit(StrEnum):
    """What a threshold's value counts."""

    MONTHS = "months"
    YEARS = "years"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    DATE = "date"


_WRITTEN = {
    Unit.MONTHS: "{}个月",
    Unit.YEARS: "{}年",
    Unit.PERCENT: "{}%",
    Unit.POINTS: "{}分",
    Unit.COUNT: "{}",
}


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure the plan sets once: rules compare with it (`$key`), articles quote it (`{key}`)."""

    key: str
    title: str
    unit: Unit
    value: int | date
    clause: str

    @property
    def spoken(self) -> str:
        """The figure as people say it: 6个月, 50%, 2027年3月31日."""
        if isinstance(self.value, date):
            return day(self.value)
        return _WRITTEN[self.unit].format(self.value)


def day(date_: date) -> str:
    """A day as people say it: 2027年6月1日."""
    return f"{date_.year}年{date_.month}月{date_.day}日"
