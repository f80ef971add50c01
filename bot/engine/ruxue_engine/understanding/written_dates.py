"""The ways a date is written or said, and the year, month and day each gives."""

import re
from datetime import date

from ruxue_engine.understanding.birth_problems import OLDEST_CHILD
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted, digits

NUMBER = f"[{DIGIT_SIGNS}十\\d]"
YEAR = f"(?P<year>(?:19|20)\\d\\d|\\d\\d|[{DIGIT_SIGNS}]{{2}}(?:[{DIGIT_SIGNS}]{{2}})?)"
SAID = (
    f"(?:(?:(?P<relative>今年|去年|前年)|{YEAR}\\s*年)(?:年?底|年?初)?的?\\s*)?"
    f"(?P<month>(?![俩仨]){NUMBER}{{1,3}})\\s*月份?(?:\\s*(?P<day>{NUMBER}{{1,3}})\\s*[日号]?)?"
)
_WRITTEN = (
    r"(?P<year>(?:19|20)\d\d)\s*[-./年 ]\s*(?P<month>\d{1,2})(?:\s*[-./月 ]\s*(?P<day>\d{1,2}))?(?!\d|"
    r"\s*月份?[二三]?十)"
)
_SHORT = r"(?<![\d.])(?P<year>[012]\d)\.(?P<month>1[0-2]|0?[1-9])\.(?P<day>[0-3]?\d)(?![\d.%])"
_RUN = r"(?<!\d)(?P<run>\d{8}|\d{6})(?!\d)"
_YEAR_ONLY = f"(?<!\\d){YEAR}\\s*年(?!级|纪|前|内|左右)"
PATTERNS = tuple(re.compile(form) for form in (_WRITTEN, _SHORT, SAID, _RUN, _YEAR_ONLY))


def parts(match: re.Match[str], today: date) -> tuple[int | None, int | None, int | None]:
    """The year, month and day of a match of `PATTERNS` or `SAID`, as far as they are told."""
    said = match.groupdict()
    if said.get("run"):
        return _from_run(said["run"], today)
    year: int | None = None
    if said.get("relative"):
        year = today.year - ("今年", "去年", "前年").index(said["relative"])
    elif said.get("year"):
        year = digits(said["year"])
        year = year + 2000 if year is not None and year < 100 else year  # noqa: PLR2004 - two digits mean this century
    month = counted(said["month"]) if said.get("month") else None
    day = counted(said["day"]) if said.get("day") else None
    return year, month, day


def _from_run(run: str, today: date) -> tuple[int | None, int | None, int | None]:
    if len(run) == len("20201015"):
        return int(run[:4]), int(run[4:6]), int(run[6:])
    year, month = int(run[:4]), int(run[4:])
    if today.year - OLDEST_CHILD <= year <= today.year and 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return year, month, None
    return 2000 + int(run[:2]), int(run[2:4]), int(run[4:])
