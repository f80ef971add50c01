"""Turns a day of the lunar calendar into the day of the solar one that papers show."""

import re
from datetime import date, timedelta
from functools import lru_cache

from lunar_python import LunarMonth, Solar

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted, digits

_MONTH = "(?:闰?(?:十[一二]?|[一二三四五六七八九正冬腊]))月(?:份的?)?"
_NAMED_DAY = "(?:初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
_SURE_MONTH = "(?:(?:闰(?:十[一二]?|[一二三四五六七八九])|[正冬腊])月(?:份的?)?)"
LUNAR_DAY = (
    f"(?:{_MONTH}(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)|"
    f"{_SURE_MONTH}{_NAMED_DAY}(?![号日\\d一二三四五六七八九十])|(?:腊月)?除夕|大年初[一二三四五六七八九])"
)
"""A pattern of a day that only the lunar calendar names so; "三月二十五" is of the solar one."""
_CALENDAR = "(?:农历|阴历|旧历|老历)"
NAMED_LUNAR_DAY = f"(?:{_CALENDAR}的?\\s*(?P<named>{_MONTH}{_NAMED_DAY})|(?P<lunar>{LUNAR_DAY}))"
"""A day of the lunar calendar, named by it or by a word for the calendar."""
_YEAR = (
    f"(?P<year>(?:19|20)\\d\\d|\\d\\d|[{DIGIT_SIGNS}]{{2}}(?:[{DIGIT_SIGNS}]{{2}})?)年的?(?:生的?|出生的?)?"
)
_BY_NAME = f"{_CALENDAR}?的?\\s*(?P<day>{_MONTH}{_NAMED_DAY}|(?:腊月)?除夕|大年初[一二三四五六七八九])"
_BY_NUMBER = (
    f"(?P<day>闰?(?:\\d{{1,2}}|[{DIGIT_SIGNS}十]{{1,2}})月份?的?(?:\\d{{1,2}}|"
    f"[{DIGIT_SIGNS}十]{{1,3}})[日号]?)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        f"{_YEAR}[,\\s]*{_CALENDAR}的?(?:是)?\\s*{_BY_NUMBER}",
        f"{_CALENDAR}的?(?:是)?\\s*{_YEAR}\\s*(?:{_BY_NUMBER}|{_BY_NAME.replace('<day>', '<day2>')})",
        f"{_YEAR}[^,]{{0,8}}?{NAMED_LUNAR_DAY}",
        # The year told apart: "二一年,就是正月十五", "腊月初八生的,2020年的腊月".
        f"(?<!\\d){_YEAR}[^,]{{0,6}},[^,\\d]{{0,6}}?{NAMED_LUNAR_DAY}",
        f"(?<!\\d)(?P<year>20\\d\\d){NAMED_LUNAR_DAY}",
        f"{NAMED_LUNAR_DAY}[^,]{{0,8}}(?:生|落地)[^,]{{0,2}},[^,\\d]{{0,3}}{_YEAR}",
        f"{_YEAR}{_BY_NUMBER}的?(?:生日|生)?的?[,(]?(?:这|那)?(?:是|说的是|按)?{_CALENDAR}",
        (
            f"{_CALENDAR}(?:生日)?(?:是)?\\s*(?:{_BY_NUMBER}|{_BY_NAME.replace('<day>', '<day2>')})"
            f"(?:生|的|出生|生日)*[,\\s]*{_YEAR}"
        ),
    )
)
_PARTS = re.compile(r"(?P<leap>闰)?(?P<month>.{1,2}?)月份?的?(?P<day>.+)")
_NAMED = {"正": 1, "冬": 11, "腊": 12}
_EVE, _NEW_YEAR = "除夕", "大年"
_CENTURY, _THIS = 100, 2000


def lunar_births(text: str, today: date) -> list[Found]:
    """Find birth dates told by the lunar calendar with their year, as solar days that are past."""
    for form in _FORMS:
        for match in form.finditer(text):
            year = digits(match["year"])
            if year is None:
                continue
            parts = match.groupdict()
            said = next((parts[name] for name in ("day", "day2", "named", "lunar") if parts.get(name)), "")
            day = solar_day(year + _THIS if year < _CENTURY else year, said)
            if day and day <= today:
                return [Found("birth_date", day.isoformat(), match.start(), match.end())]
    return []


def solar_day(year: int, said: str) -> date | None:
    """Find the day of a lunar year, as in 二月初三 or 闰二月十五; None where the year has no such day."""
    if said.endswith(_EVE):
        first = _first_day(year + 1, 1)
        return first - timedelta(days=1) if first else None
    match = _PARTS.fullmatch(said.replace(_NEW_YEAR, "正月"))
    if match is None:
        return None
    month = _NAMED.get(match["month"]) or counted(match["month"])
    day = counted(match["day"].strip("日号").replace("初", "").replace("廿", "二十"))
    if month is None or day is None:
        return None
    month = -month if match["leap"] else month
    first, found = _first_day(year, month), _month(year, month)
    return first + timedelta(days=day - 1) if first and found and 1 <= day <= found.getDayCount() else None


@lru_cache(maxsize=256)
def _month(year: int, month: int) -> LunarMonth | None:
    return LunarMonth.fromYm(year, month)


def _first_day(year: int, month: int) -> date | None:
    found = _month(year, month)
    if found is None:
        return None
    first = Solar.fromJulianDay(found.getFirstJulianDay())
    return date(first.getYear(), first.getMonth(), first.getDay())
