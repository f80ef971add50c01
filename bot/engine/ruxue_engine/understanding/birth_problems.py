"""Judges a birth date: a day that cannot be, in the future or long past, or one without a calendar day."""

import calendar
import re
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS

OLDEST_CHILD = 18
LUNAR = re.compile(r"闰|农历|阴历|腊月|正月|初[一二三四五六七八九十]|冬月")
_AGE = re.compile(
    f"(?:今年|现在|刚|快|满|都)?[{DIGIT_SIGNS}十\\d]{{1,3}}(?:周)?岁(?!以|的要求|入学|才|行|能|可)"
)


def judged(year: int | None, month: int | None, day: int | None, start: int, end: int, today: date) -> Found:
    """A birth date, or what is wrong with it."""
    problem = _problem(year, month, day, today)
    if problem:
        return Found("birth_date_problem", problem, start, end)
    value = "-".join(
        [f"{year:04d}" if year else "", *(f"{part:02d}" for part in (month, day) if part is not None)]
    )
    return Found("birth_date", value, start, end)


def _problem(year: int | None, month: int | None, day: int | None, today: date) -> str | None:
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return f"month:{month}"
    if day is not None and month is not None:
        last = calendar.monthrange(year if year and year > 1 else 2020, month)[1]
        if not 1 <= day <= last:
            return f"day:{month}-{day}"
    if year is None:
        return None
    if (year, month or 1, day or 1) > (today.year, today.month, today.day):
        return "future"
    return "past" if year < today.year - OLDEST_CHILD else None


def without_a_day(text: str) -> list[Found]:
    """Find a birth date said in a way that has no calendar day: by the lunar calendar, or as an age."""
    lunar = LUNAR.search(text)
    if lunar:
        return [Found("birth_date_problem", "lunar", lunar.start(), lunar.end())]
    age = _AGE.search(text)
    if age and not re.search(r"差|满.*(?:才|行|能|要求)|多大|几岁", text):
        return [Found("birth_date_problem", "age", age.start(), age.end())]
    return []
