"""Finds how old the child is, its zodiac sign, and by how few days it misses the cut-off."""

import re
from collections.abc import Iterator
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted
from ruxue_engine.understanding.told.doubt import supposed
from ruxue_engine.understanding.told.passages import pieces

_N = f"(?:\\d{{1,2}}|[{DIGIT_SIGNS}十]{{1,3}})"
_AGE = re.compile(
    f"(?P<years>(?<![\\d{DIGIT_SIGNS}十.])(?:\\d{{1,2}}(?:\\.5)?|"
    f"[{DIGIT_SIGNS}十]{{1,2}}))(?P<half>个?半)?(?:周)?岁(?P<half2>半)?(?:[零又]?(?P<months>{_N})个?月)?"
)
_OF_A_RULE = re.compile(
    r"(?:虚岁?|快|马上|就要|差不多|将近|满|到|够|年满|不满|不到|未满|不足|没到|没满|必须|要求|得|差.*)$"
)
_RULE_AFTER = re.compile(
    r"^(?:虚岁|以|才(?:能|行|可|让|给|收|上)|的(?:要求|规定|限制|标准|线)|入学的?(?:规定|要求)|能上|"
    r"可以上|就能|就差|差|前|之前|那年)"
)
_OTHERS = re.compile(r"我(?:今年|都|已经)*$|爷|奶|姥|老人|老大|大宝|哥哥|姐姐|大的|爸|妈|老公|媳妇")
_YOUNGEST, _OLDEST = 3, 17
_SHORT = re.compile(
    f"[差晚](?:了|那么|个|的是|就|不到)*(?P<days>{_N})(?:来)?天|(?P<days2>{_N})天(?:之差|没赶上|没够|不够)"
)
_OF_A_PAPER = re.compile(r"(?:备案|社保|居住证|执照|租房?|合同|户口)[^,]{0,6}$")
_SIGNS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
_ZODIAC = re.compile(
    f"属(?:相是?|的是|大|小)?(?P<sign>[{_SIGNS}])|(?P<sign2>[{_SIGNS}])(?:年(?:生|出生|宝宝|的娃|的孩子)|"
    "宝宝|娃(?!娃))"
)
_CYCLE = 12
_RAT = 2008
_AT_LEAST = 5
_WHICH = re.compile(r"属.的?[^,]{0,6}还是属|属.的[^,]{0,4}(?:能|可以)")
_GROWN_UP = re.compile(r"(?:我|爸|妈|爷|奶|老大|大宝|哥哥|姐姐|老公|媳妇)(?:是|都|也)?$")


def ages(text: str) -> Iterator[Found]:
    """Find `age` and `days_short`; the years a rule wants and other people's are not the child's."""
    for clause in pieces(text):
        for match in _AGE.finditer(clause.text):
            value = _age(match)
            before, after = clause.text[: match.start()], clause.text[match.end() :]
            if value is None or (supposed(clause.text) and not re.search(r"今年|现在|刚|才", before)):
                continue
            if _OF_A_RULE.search(before) and not re.search(r"(?:已经?|刚|都|早就?)(?:满|到|够)$", before):
                continue
            if _RULE_AFTER.match(after) or _OTHERS.search(before):
                continue
            yield Found("age", value, clause.start + match.start(), clause.start + match.end())
    for match in _SHORT.finditer(text):
        days = counted(match["days"] or match["days2"])
        if days and not _OF_A_PAPER.search(text[: match.start()]):
            yield Found("days_short", str(days), match.start(), match.end())


def zodiac_years(text: str, today: date) -> Iterator[Found]:
    """Find the year of a child's zodiac sign: the last one that makes it at least five this year."""
    for match in _ZODIAC.finditer(text):
        if _GROWN_UP.search(text[: match.start()]) or _WHICH.search(text):
            continue
        last = today.year - _AT_LEAST
        year = last - (last - _RAT - _SIGNS.index(match["sign"] or match["sign2"])) % _CYCLE
        yield Found("birth_date", str(year), match.start(), match.end())


def _age(match: re.Match[str]) -> str | None:
    whole, _, tenths = match["years"].partition(".")
    years = counted(whole)
    if years is None or not _YOUNGEST <= years <= _OLDEST:
        return None
    half = bool(match["half"] or match["half2"] or tenths) or counted(match["months"] or "") == _CYCLE // 2
    return f"{years}.5" if half else str(years)
