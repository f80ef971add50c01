"""Days and lengths of time as guardians write them: 2026年3月, 去年3月5号, 半年前, 一年半."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from actions.forms.fact_numbers import NUMBER, number_in
from enrolment.model.months import add_months

_YEAR_MONTHS = 12
_CENTURY = 100
_OLDEST = 1950
_LONGEST = 600
_RELATIVE = ("今年", "去年", "前年", "大前年")
_SAID = re.compile(
    rf"(?:(?P<relative>大前年|前年|去年|今年)|(?P<year>{NUMBER}{{2,4}})年)?(?:的|年)?"
    rf"(?P<month>{NUMBER}{{1,3}})月份?(?:的|初|中|底|末)?(?:(?P<day>{NUMBER}{{1,3}})[日号]?)?"
)
_WRITTEN = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:[-./年](?P<month>\d{1,2})(?:[-./月](?P<day>\d{1,2}))?|"
    r"(?P<month_run>\d\d)(?P<day_run>\d\d)?)(?!\d)"
)
_LENGTH = re.compile(
    rf"(?:(?P<years>{NUMBER}+)年)?(?P<half>半年?|零半年)?(?:零|又)?(?:(?P<months>{NUMBER}+)个?多?半?月)?(?:多|左右)?"
)
_AROUND = re.compile(
    r"^(?:已经|大概|大约|一共|总共|共|差不多|有|满|刚|都|缴|交|了|办|租|住|快)+|"
    r"(?:前|以前|之前|左右|多)?(?:办|租|缴|交|开|登记)?(?:的|了)*$"
)


def day_in(said: str, today: date) -> date | None:
    """Read a day that is past; the first of the month where only that is said; None when it says none."""
    match = _WRITTEN.search(said) or _SAID.search(said)
    if match is None:
        months = None if number_in(said) is not None else length_in_months(said)
        return add_months(today, -months) if months else None
    parts = match.groupdict()
    month = number_in(parts["month"] or parts.get("month_run") or "")
    spoken_day = parts["day"] or parts.get("day_run")
    day = number_in(spoken_day) if spoken_day else 1
    if month is None or day is None or not 1 <= month <= _YEAR_MONTHS:
        return None
    year = _year(parts, month, today)
    if year is None or not 1 <= day <= monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return found if year >= _OLDEST and found <= today else None


def length_in_months(said: str) -> int | None:
    """Read a length of time in whole months, a bare number as months; None when it is none."""
    bare = _AROUND.sub("", said)
    if (number := number_in(bare)) is not None:
        return number if number <= _LONGEST else None
    match = _LENGTH.fullmatch(bare)
    if match is None or not bare:
        return None
    years, months = (number_in(match[part]) if match[part] else 0 for part in ("years", "months"))
    if years is None or months is None:
        return None
    whole = years * _YEAR_MONTHS + (_YEAR_MONTHS // 2 if match["half"] else 0) + months
    return whole if whole <= _LONGEST else None


def _year(parts: dict[str, str | None], month: int, today: date) -> int | None:
    if relative := parts.get("relative"):
        return today.year - _RELATIVE.index(relative)
    if not parts["year"]:
        # Only a month: the last one of that name.
        return today.year if month <= today.month else today.year - 1
    year = number_in(parts["year"])
    return year + 2000 if year is not None and year < _CENTURY else year
