"""Finds lengths of time in whole months: 五个月, 一年半, 两年零三个月."""

import re
from typing import NamedTuple

from ruxue_engine.understanding.numerals import DIGIT_SIGNS, counted

_N = f"(?<![\\d.{DIGIT_SIGNS}十])(?:\\d{{1,3}}|[{DIGIT_SIGNS}十]{{1,3}})"
_YEAR = 12
_LONGEST = 600
LENGTH = (
    f"(?:[俩仨]月|{_N}年半|{_N}年(?:[零又带]?{_N}个?多?月)?|半年|{_N}个半月|{_N}个多?月|{_N}个来月|"
    f"{_N}来个月)"
)
"""A pattern of what `length_of` reads."""
_PARTS = re.compile(
    f"(?:(?P<years>{_N})年(?P<half>半)?)?(?P<half_alone>半年)?(?:[零又带]?(?P<months>{_N})来?个?[半多来]*月)?"
)
_SPAN = re.compile(
    f"(?P<length>{LENGTH})(?!的?(?:级|纪|房|房龄|龄)|以?内|(?:的?房租|租金)?\\d{{3,}}|"
    f"[一二两三四五六七八九十][千百万]|\\d[\\d.]*[千百万]|(?:以|之)?[后前])"
)
# What a rule asks for, or what is not reached, is not how long something has been.
_NOT_TOLD = re.compile(
    r"(?:(?<!合)同|前|(?<!租)房租|租金|(?<!没)断过|断了?|停了?|空了?|欠了?|晚了?|满|够|不到|不满|不足|没到|没满|未满|没够|[差缺]|"
    r"需要?|"
    r"必须|要求|"
    r"至少|得|要|再|才能|以前|缓|等|歇|推迟|晚|每|快|将近|近|就)(?:有|到|交|缴|办|住|租|满|够|"
    r"是)?了?$"
)
_SOON = re.compile(r"[没未](?:有)?[交缴办租住上][满够到足]$|(?:快|将|差点|马上|就要|眼看|差)[^,]{0,4}$")
# "居住证满一年零俩月" states, "居住证满一年就行" is the rule.
_JUST = re.compile(r"(?:下来|证|保|照|案|房|同|口|也|都|刚|好|是|整|已|早|交|缴|住|租|,|^)(?:满|够)(?:了)?$")
_A_RULE = re.compile(r"^(?:才|就|能|可|吗|么|没|不|行|算|即|以上|[的]?(?:话|才|行|能|可|要求|规定))")
_REACHED = re.compile(
    r"(?:已经?|早就?|刚好?|正好|都|也|交|缴|办|住|租)(?:满|够)(?:了)?$|了得?有$|(?:就|才|刚)(?:交|缴|办|住|"
    r"租|有)了?$"
)


# "一个月歇两天", "一个月三千": a month by month.
_EACH_MONTH = re.compile(
    r"[都也]?没|歇|休|在家|待|挣|工资|开支|回|来(?!的)|跑|给|能|房租|[\d一二两三四五六七八九]"
)


class Span(NamedTuple):
    """A length of time told in a text, and where it stands."""

    months: int
    start: int
    end: int


def spans_in(text: str) -> list[Span]:
    """Find the lengths of time a narrowed text tells as reached."""
    return [
        Span(months, match.start(), match.end())
        for match in _SPAN.finditer(text)
        if (months := length_of(match["length"])) and _told(text, match)
    ]


def length_of(said: str) -> int | None:
    """Read one length of time in whole months; None when it is none."""
    match = _PARTS.fullmatch(said)
    if match is None or not said:
        return None
    years, months = (counted(match[part]) if match[part] else 0 for part in ("years", "months"))
    if years is None or months is None:
        return None
    halves = (match["half"], match["half_alone"])
    whole = years * _YEAR + sum(_YEAR // 2 for half in halves if half) + months
    return whole if 0 < whole <= _LONGEST else None


def _told(text: str, match: re.Match[str]) -> bool:
    """Whether a length of time is told as reached."""
    before, after = text[: match.start()], text[match.end() :]
    if _is_no_length(match["length"], before, after) or _SOON.search(before):
        return False
    if re.search(r"[满够]$", before) and after.startswith("了"):
        return True
    if _JUST.search(before) and not _A_RULE.match(after):
        return True
    return not _NOT_TOLD.search(before) or _REACHED.search(before) is not None


def _is_no_length(length: str, before: str, after: str) -> bool:
    """Whether it is a half of a year, a year of the calendar, or not a single month."""
    if length == "半年" and before.endswith(("上", "下")):
        return True
    if before.endswith("第"):
        return True
    if length == "一年" and re.match("一[签交续换租]", after):
        return True
    if length == "一个月" and _EACH_MONTH.match(after):
        return True
    # "2026年" and "一九年" are years of the calendar.
    return bool(
        re.fullmatch(rf"(?:\d{{2,4}}|[{DIGIT_SIGNS}]{{2,4}})年", length)
        and re.match(r"[\d一二三四五六七八九十]{1,3}月|的|买|办|生|就|才|[春夏秋冬]|底|初(?!中)", after)
    )
