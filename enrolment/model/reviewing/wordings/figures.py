"""Find the figures and days written in a text, in Arabic or in Chinese numerals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from enrolment.model.zoning.address.numerals import read_numeral

_HAN: Final = "[零〇一二两三四五六七八九十百千万廿卅]{1,12}"
_ONES: Final = "[一二两三四五六七八九十]"
_NUMBER: Final = rf"(?:\d{{1,12}}(?:\.\d{{1,12}})?|{_HAN})"
_UNIT: Final = (
    "个半月|个月|个(?:工作|自然)日|个小时|个学期|个(?:学位|名额)|周岁|岁|周(?![岁末边围日一二三四五六])"
    "|年(?!级|制|一贯|义务)|天|小时|分钟|公里|千米|平方米|平米|米|倍|成(?!不变)|元|块钱|万元"
)
_FIGURE: Final = re.compile(
    rf"""
      (?:(?P<year>\d{{4}}|[〇零一二三四五六七八九]{{4}})年)?(?P<month>{_NUMBER})月(?:份?(?P<day>{_NUMBER})[日号])?
    | (?P<only_day>{_NUMBER})(?:日(?!常|本|子)|(?<=\d)号)
    | 百分之(?P<of_hundred>{_NUMBER}) | (?P<percent>{_NUMBER})%
    | (?P<fraction>{_HAN}分之{_HAN})
    | (?P<weekday>(?:星期|礼拜)[一二三四五六日天]|(?<!{_ONES})周[一二三四五六日](?![次周岁]))
    | (?P<clock>(?:上午|下午|早上|晚上|中午){_NUMBER}点(?:半|{_NUMBER}分)?|{_NUMBER}点(?:半|钟|整))
    | (?P<half>半(?:年|个月|小时))
    | (?P<number>{_NUMBER})(?P<unit>{_UNIT})
    | (?P<points>(?<=[满加得计到够减扣足至于]){_HAN}|{_ONES}十{_ONES}?|十{_ONES})分(?![之别享钟])
    | (?<![A-Za-z\d])(?P<digits>\d(?:[\d:.~-]{{0,40}}\d)?)
    """,
    re.VERBOSE,
)
_SAYING: Final = re.compile("(?:首尾|[哪这那同每某前后头差有过晚早隔])$")
_ALIKE: Final = {"周岁": "岁", "日": "天", "个自然日": "天", "平米": "平方米", "千米": "公里"}
_HALVES: Final = {"半年": "6个月", "半个月": "15天", "半小时": "30分钟"}
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_NAMED: Final = re.compile("《[^《》]*》")
_MONTHS_OF_YEAR: Final = 12
_FIRST_YEAR: Final = 1900
Day = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is written; `forms` are ways to write the same, `day` is set where it is a day.

    `bare` is the number alone, where it says the same: 6周岁 and 6, 2027年 and 2027.
    """

    written: str
    forms: tuple[str, ...]
    day: Day | None = None
    bare: str = ""

    def same_as(self, other: Figure) -> bool:
        """Whether two figures say the same, as far as both say it: 6月1日 and 2027年6月1日 do."""
        if self.day is not None and other.day is not None:
            pairs = zip(self.day, other.day, strict=True)
            return all(one is None or two is None or one == two for one, two in pairs)
        alike = set(self.forms) & set(other.forms)
        return bool(alike) or self.written == other.bare or other.written == self.bare


def figures(text: str, names: tuple[str, ...] = ()) -> Iterator[Figure]:
    """The figures of a text; its placeholders, titles in 《》 and the `names` of clauses hold none."""
    plain = unicodedata.normalize("NFKC", text).replace("—", "-").replace("–", "-")
    for name in names:
        plain = plain.replace(unicodedata.normalize("NFKC", name), " ")
    plain = _NAMED.sub(" ", _PLACEHOLDER.sub(" ", plain))
    for match in _FIGURE.finditer(plain):
        if not _is_idiom(match, plain):
            yield _figure(match)


def _is_idiom(match: re.Match[str], text: str) -> bool:
    """Whether it is a way of speaking and no figure: 首尾两天, 差一天, 同一年, 第一年."""
    number = match["number"] or match["only_day"]
    if number is None or number[0].isdigit() or match["unit"] not in {"年", "个月", "天", "周", None}:
        return False
    before = text[: match.start()]
    return before.endswith("第") or (number in {"一", "两"} and _SAYING.search(before) is not None)


def _figure(match: re.Match[str]) -> Figure:
    written = match[0]
    if match["month"] or match["only_day"]:
        day = (_read(match["year"]), _read(match["month"]), _read(match["day"] or match["only_day"]))
        return Figure(written, (written,), day)
    if per_cent := match["of_hundred"] or match["percent"]:
        return Figure(written, (f"{_read(per_cent)}%",))
    if match["half"]:
        return Figure(written, (written, _HALVES[match["half"]]))
    if match["points"]:
        return Figure(written, (f"{_read(match['points'])}分",))
    if match["number"]:
        return _counted(written, match["number"], match["unit"])
    return Figure(written, (written,))


def _counted(written: str, number: str, unit: str) -> Figure:
    value = _read(number)
    if value is None:
        return Figure(written, (written,))
    forms = [f"{value}{_ALIKE.get(unit, unit)}"]
    if unit == "年":
        forms.append(f"{value * _MONTHS_OF_YEAR}个月")
    if unit == "个月" and value % _MONTHS_OF_YEAR == 0:
        forms.append(f"{value // _MONTHS_OF_YEAR}年")
    has_bare = unit in {"岁", "周岁"} or value >= _FIRST_YEAR
    return Figure(written, tuple(forms), bare=str(value) if has_bare else "")


def _read(number: str | None) -> int | None:
    if number is None or not number:
        return None
    if number[0].isdecimal():
        return int(number) if number.isdecimal() else None
    return read_numeral(number)
