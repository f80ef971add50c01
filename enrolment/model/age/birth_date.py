"""A birth date as people say it: a day, a month, or only a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from enrolment.model.errors import BirthDateInvalid

_MONTHS = 12
_FORM = re.compile(r"(?P<year>\d{4})?-(?P<month>\d{1,2})?(?:-(?P<day>\d{1,2}))?|(?P<only_year>\d{4})")


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A birth date known to the day, the month or the year; parts not said are None.

    Written `2020-10-15`, `2020-10`, `2020`; `-10-15` is a day without its year.
    Raises BirthDateInvalid when the parts name no day of the calendar.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is not None and not 1 <= self.month <= _MONTHS:
            raise BirthDateInvalid(f"there is no month {self.month}")
        if self.day is not None:
            if self.month is None:
                raise BirthDateInvalid("a day needs its month")
            last = calendar.monthrange(self.year or 2020, self.month)[1]
            if not 1 <= self.day <= last:
                raise BirthDateInvalid(f"month {self.month} has no day {self.day}")

    @classmethod
    def parse(cls, text: str) -> BirthDate:
        """Read one of the written forms; raise BirthDateInvalid when it is none of them."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise BirthDateInvalid("a birth date is written like 2020-10-15 or 2020-10")
        parts = {name: int(value) for name, value in match.groupdict().items() if value}
        return cls(parts.get("year", parts.get("only_year")), parts.get("month"), parts.get("day"))

    def __str__(self) -> str:
        parts = [f"{self.year:04d}" if self.year else ""]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def earliest(self) -> date:
        """The first day it can mean; raise BirthDateInvalid when the year is not known."""
        return date(self._year(), self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean; raise BirthDateInvalid when the year is not known."""
        month = self.month or _MONTHS
        return date(self._year(), month, self.day or calendar.monthrange(self._year(), month)[1])

    def completed_from(self, earlier: BirthDate) -> BirthDate:
        """Take from an earlier statement the year that this one leaves out ("是9月3号")."""
        if self.year is not None:
            return self
        return BirthDate(earlier.year, self.month, self.day)

    def _year(self) -> int:
        if self.year is None:
            raise BirthDateInvalid("the year is missing")
        return self.year
