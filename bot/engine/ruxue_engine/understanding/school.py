"""Finds the school stage, and the year in which the child is to start."""

import re
from datetime import date

from ruxue_engine.understanding.found import Found

_JUNIOR = re.compile(
    r"小升初|(?:上|升|读|念|进|报|去)\s*(?:个)?(?:初中|(?<!年)(?<!月)初一|七年级|中学)|初一|七年级|"
    r"7年级|初中(?!毕业)|六年级|6年级"
)
_PRIMARY = re.compile(
    r"幼升小|上小学|念小学|读小学|一年级|一年纪|1年级|小学(?!毕业|老师|教师|当|教书|里当)|"
    r"大班(?!长|主任|制)"
)
_NAME_BEFORE = re.compile(r"[\u4e00-\u9fff](?<![上读念报升进去要想是的个到一在公办民是区县市所招])$")
_YEARS = ("今年", "明年", "后年")
_ENTRY = re.compile(
    r"(?P<year>今年|明年|后年)的?(?:秋天|秋季|下半年|九月份?|9月份?)?(?:也|想|要|该|就|才|能|得|可以|"
    r"准备|打算|再|去|给|孩子|娃)*(?:的?小学(?!毕业)|的?初中|的?一年级|幼升小|小升初|升|上|报|念|读|"
    r"入学|大班毕业)|(?:上|报|念|读|入学?)(?P<year2>今年|明年|后年)"
)
_ENTRY_IN = re.compile(
    r"(?<!\d)(?:20)?(?P<year>[23]\d)年(?:的|秋天|秋季|秋|下半年|九月份?|9月份?|开学|就|该|要|才|能|"
    r"可以|想|想要|准备|给孩子|孩子|娃)*(?:上小?学|入学|报名|上一年级|读小学|念小学|升初中|上初中|"
    r"幼升小|小升初)"
)
# "今年六岁明年才…", "明年迁户口": a year that belongs to something else.
_ELSEWHEN = re.compile(r"(?:今年|明年|后年)[^,上报读念入小升]{0,4}(?:户|房|搬|买|迁|交房|满|岁)")
_NOT = re.compile(r"(?:不是|不上|不报)(?:要)?(?:上|报)?$")
_FAR = 15


def stages(text: str) -> list[Found]:
    """Find the stage; a stage that is denied ("不是小学") does not count."""
    found: list[Found] = []
    for value, pattern in (("junior", _JUNIOR), ("primary", _PRIMARY)):
        for match in pattern.finditer(text):
            if not _NOT.search(text[: match.start()]):
                # A school's name by itself tells where, not what for.
                named = match.group() in {"小学", "初中"} and _NAME_BEFORE.search(text[: match.start()])
                found.append(Found("stage", value, match.start(), match.end(), implied=bool(named)))
    return sorted(found, key=lambda each: each.implied)[:1]


def entry_years(text: str, today: date) -> list[Found]:
    """Find the year in which the guardian means the child to start ("想报明年的小学")."""
    named = _ENTRY_IN.search(text)
    if named and today.year <= 2000 + int(named["year"]) <= today.year + _FAR:
        return [Found("entry_year", f"20{named['year']}", named.start(), named.end())]
    match = _ENTRY.search(text)
    if match is None or _ELSEWHEN.search(text):
        return []
    year = today.year + _YEARS.index(match["year"] or match["year2"])
    return [Found("entry_year", str(year), match.start(), match.end())]
