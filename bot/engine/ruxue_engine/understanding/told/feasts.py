"""Finds births on a feast: of the solar calendar (元旦, 国庆节) or of the lunar one (端午, 重阳)."""

import re
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, digits
from ruxue_engine.understanding.told.lunar import solar_day

_SOLAR = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "三八": (3, 8),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "六一": (6, 1),
    "儿童节": (6, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "平安夜": (12, 24),
    "圣诞": (12, 25),
}
_LUNAR = {
    "大年初一": "正月初一",
    "元宵": "正月十五",
    "龙抬头": "二月初二",
    "端午": "五月初五",
    "七夕": "七月初七",
    "中秋": "八月十五",
    "八月节": "八月十五",
    "重阳": "九月初九",
    "腊八": "腊月初八",
    "小年": "腊月二十三",
}
_YEAR = f"(?P<year>(?:19|20)\\d\\d|\\d\\d|[{DIGIT_SIGNS}]{{4}}|[{DIGIT_SIGNS}]{{2}})年的?"
_FEAST = f"(?:[正二五七八九十腊]{{1,2}}月)?(?P<feast>{'|'.join((*_LUNAR, *_SOLAR))})"
_ON_THE_DAY = r"(?:[一三五六]?(?:国际)?(?:儿童|妇女|劳动)?节)?(?:那天|当天|当日|这天|早上|晚上|夜里|的)*"
_BORN = r"(?:出?生|落地|来的|的生日|生日)"
_FORMS = tuple(
    re.compile(form)
    for form in (f"生(?:[在于]|日是?)?{_YEAR}{_FEAST}", f"{_YEAR}{_FEAST}{_ON_THE_DAY}{_BORN}")
)
_CENTURY, _THIS = 100, 2000


def feast_births(text: str, today: date) -> list[Found]:
    """Find a birth on a feast of a year that is told, as a solar day that is past."""
    for match in (each for form in _FORMS for each in form.finditer(text)):
        year, feast = digits(match["year"]), match["feast"]
        if year is None:
            continue
        year += _THIS if year < _CENTURY else 0
        day = date(year, *_SOLAR[feast]) if feast in _SOLAR else solar_day(year, _LUNAR[feast])
        if day and day <= today:
            return [Found("birth_date", day.isoformat(), match.start(), match.end())]
    return []
