"""Puts a birth date together from what was said now and before."""

from __future__ import annotations

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.errors import BirthDateInvalid


class DateImpossible(Exception):
    """The parts name no day of the calendar; `problem` is said by `words.date_problem`."""

    def __init__(self, problem: str) -> None:
        super().__init__("the parts name no day of the calendar")
        self.problem = problem


def combined(said: str, before: str) -> BirthDate:
    """Complete what was said now with what was said before.

    "9月3号" takes the year, "2021年" takes the month and day. Raises DateImpossible.
    """
    year, month, day = _parts(said)
    old_year, old_month, old_day = _parts(before) if before else (None, None, None)
    if year is None:
        year = old_year
    elif month is None:
        month, day = old_month, old_day
    try:
        return BirthDate(year, month, day)
    except BirthDateInvalid as error:
        raise DateImpossible(f"day:{month}-{day}") from error


def _parts(text: str) -> tuple[int | None, int | None, int | None]:
    year, month, day = (*(text.split("-")), "", "")[:3]
    return int(year) if year else None, int(month) if month else None, int(day) if day else None
