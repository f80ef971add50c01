"""Finds days of the past as guardians tell them: 2026年3月, 一九年, 去年十月, 上个月, 半年前, 农历二月初三.

Values are written like a birth date: `2026-03-05`, `2026-03`, `2026`.
"""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted, digits
from ruxue_engine.understanding.told.lunar import NAMED_LUNAR_DAY, solar_day
from ruxue_engine.understanding.told.spans import LENGTH, length_of

_OLDEST = 1950
_MONTHS = 12
_N = f"[{DIGIT_SIGNS}十\\d]"
_RELATIVE = {"今年": 0, "当年": 0, "去年": 1, "上年": 1, "头年": 1, "前年": 2, "大前年": 3, "明年": -1}
_YEAR = (
    f"(?:(?P<relative>大前年|今年|去年|上年|头年|前年|明年)|"
    f"(?<![\\d.%])(?P<year>(?:19|20)\\d\\d|\\d\\d|[{DIGIT_SIGNS}]{{2}}(?:[{DIGIT_SIGNS}]{{2}})?)\\s*年)"
)
_MONTH = (
    f"(?<![\\d.个{DIGIT_SIGNS}])(?![俩仨])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[{DIGIT_SIGNS}])\\s*月份?"
    "(?!\\d*子)"
)
# "三月二十五办的": without 日 or 号 only where no length and no count begins.
_DAY = (
    f"(?:\\s*(?:(?P<day>{_N}{{1,3}})\\s*[日号]|(?P<bare>[0-3]?\\d|[二三]?十[{DIGIT_SIGNS}]?|"
    f"廿[{DIGIT_SIGNS}])"
    f"(?![{DIGIT_SIGNS}十\\d.%个天年月岁周多来几])|(?<=月)(?P<lone>[{DIGIT_SIGNS}])(?=的(?:$|[,，])|办|签|批)))?"
)
# A part of a year says no more than the year; the month it begins with tells whether it is still to come.
_PARTS = {
    "初": 1,
    "寒假": 1,
    "过年": 1,
    "上半年": 1,
    "开春": 2,
    "春": 2,
    "五一": 5,
    "中": 6,
    "夏": 6,
    "暑假": 7,
    "下半年": 7,
}
_PARTS |= {"秋": 8, "国庆": 10, "冬": 11, "尾": 12, "底": 12}
_PART = f"(?:的?年?(?P<part>{'|'.join(_PARTS)})(?:天|季|节)?)"
_FORMS = (
    re.compile(
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s*[-./]\s*(?P<month>1[0-2]|"
        r"0?[1-9])(?:\s*[-./]\s*(?P<day>[0-3]?\d))?(?![\d%])"
    ),
    re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s+(?P<month>1[0-2]|0?[1-9])\s+(?P<day>[0-3]?\d)(?![\d%])"),
    re.compile(f"{_YEAR}的?\\s*{NAMED_LUNAR_DAY}"),
    re.compile(f"{_YEAR}(?:的|春天|夏天|秋天|冬天|大概|年中|年底|年初|底|初|阳历|公历)*\\s*{_MONTH}{_DAY}"),
    re.compile(f"(?P<ago>{LENGTH})(?:以|之)?前"),
    re.compile(f"(?P<near>上上个?月|上个?月|这个月|本月)(?:的?(?P<on>{_N}{{1,3}})[日号])?"),
    re.compile(
        f"(?<![了有满够交租住缴办近第]){_YEAR}(?!级|半|纪|前|内|左右|以|后|多|来|产权|的?[腊正冬闰](?!天|季)|"
        f"(?:都|已经|才|刚|满)*{_N}{{1,3}}周?岁|[该报])"
        f"{_PART}?"
    ),
    re.compile(f"{_MONTH}{_DAY}"),
    re.compile("(?P<close>昨天|前天|今天(?=[^,]{0,4}(?:领|拿|办下|下来|到手))|昨儿|前儿|今早|昨晚)"),
    re.compile("(?P<now>年初|开春|春节)(?!才?能)"),
)
_CLOSE = {"今": 0, "昨": 1, "前": 2}
_NEAR = {"上上月": 2, "上月": 1, "这月": 0, "本月": 0}
# "到8月满一年", "九月才交": a day still to come.
_TO_COME_BEFORE = re.compile(r"(?:(?<![拖等])到|等到?|截止到?|明年|要到|得到|至)$")
_TO_COME_AFTER = re.compile(
    r"^(?:份|初|底|末|中旬)?(?:就|才|都)?(?:满|够|正好|刚好|才能|才(?:交|办|下|拿|发|给|到)(?!.*[的了过来])|能|"
    r"可以|会|要|到期)"
)


class Day(NamedTuple):
    """A day told in a text, as exactly as it was told, and where it stands."""

    value: str
    start: int
    end: int


def days_in(text: str, today: date) -> list[Day]:
    """Find the days a text tells, in their order; a month without a year is the last of that name."""
    found: list[Day] = []
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < until and since < end for since, until in taken):
                continue
            value = None if _to_come(text, match, today) else _value(match, today)
            taken.append((start, end))
            if value:
                found.append(Day(value, start, end))
    return sorted(found, key=lambda day: day.start)


def _to_come(text: str, match: re.Match[str], today: date) -> bool:
    ahead = _TO_COME_BEFORE.search(text[: match.start()]) is not None
    month = counted(match.groupdict().get("month") or "")
    if not ahead and month and month <= today.month and text.startswith("才", match.end()):
        # "备案五月才给办" in June: late, and done.
        return False
    return _TO_COME_AFTER.match(text[match.end() :]) is not None and (
        ahead or "year" not in match.groupdict()
    )


def _near(word: str, on: str | None, today: date) -> str | None:
    month, day = _month_back(today, _NEAR[word]), counted(on) if on else None
    if day is None:
        return None if on else month
    year, number = int(month[:4]), int(month[5:])
    return f"{month}-{day:02d}" if 1 <= day <= calendar.monthrange(year, number)[1] else None


def held_since(months: int, today: date) -> str:
    """When something began that has been so for this long: a month, or only a year for whole years."""
    years, rest = divmod(months, _MONTHS)
    return _month_back(today, months) if rest else f"{today.year - years:04d}"


def _value(match: re.Match[str], today: date) -> str | None:
    said = match.groupdict()
    if said.get("ago"):
        months = length_of(said["ago"])
        return held_since(months, today) if months else None
    if said.get("near"):
        return _near(said["near"].replace("个", ""), said["on"], today)
    if said.get("close"):
        return (today - timedelta(days=_CLOSE[said["close"][0]])).isoformat()
    if said.get("now"):
        return f"{today.year:04d}"
    year = _year(said, today)
    if lunar := said.get("named") or said.get("lunar"):
        day = solar_day(year, lunar) if year else None
        return day.isoformat() if day else None
    return _written(year, said, today)


def _written(year: int | None, said: dict[str, str | None], today: date) -> str | None:
    month = counted(said.get("month") or "")
    number = said.get("day") or said.get("bare") or said.get("lone")
    day = counted(number.replace("廿", "二十")) if number else None
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    if year is None and month is not None:
        year = today.year if month <= today.month else today.year - 1
    if year is None or not _OLDEST <= year <= today.year:
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        return None
    begins = month or _PARTS.get(said.get("part") or "", 1)
    if (year, begins, day or 1) > (today.year, today.month, today.day):
        return None
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])


def _year(said: dict[str, str | None], today: date) -> int | None:
    if relative := said.get("relative"):
        return today.year - _RELATIVE[relative]
    year = digits(said.get("year") or "")
    if year is not None and year < 100:  # noqa: PLR2004 - two digits mean this century, or the last decades of the one before
        year += 2000 if year <= today.year - 2000 else 1900
    return year


def _month_back(today: date, months: int) -> str:
    whole = today.year * _MONTHS + today.month - 1 - months
    return f"{whole // _MONTHS:04d}-{whole % _MONTHS + 1:02d}"
