"""Finds the school stage and the county where the child is to go to school."""

import re
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE, SERVED, places
from ruxue_engine.understanding.text import clauses

_JUNIOR = re.compile(
    r"小升初|(?:上|升|读|念|进|报|去)\s*(?:个)?(?:初中|初一|七年级|中学)|初一|七年级|7年级|初中(?!毕业)"
)
_PRIMARY = re.compile(r"幼升小|上小学|念小学|读小学|一年级|一年纪|1年级|小学(?!毕业)")
_YEARS = ("今年", "明年", "后年")
_ENTRY = re.compile(
    r"(?P<year>今年|明年|后年)的?(?:秋天|秋季|下半年|九月份?|9月份?)?(?:想|要|该|就|能|得|可以|准备|打算|再|去|给|孩子|娃)*"
    r"(?:的?小学|的?初中|的?一年级|上|报|念|读|入学)|(?:上|报|念|读|入学?)(?P<year2>今年|明年|后年)"
)
# "今年六岁明年才…", "明年迁户口": a year that belongs to something else.
_ELSEWHEN = re.compile(r"(?:今年|明年|后年).{0,4}(?:户|房|搬|买|迁|交房|满|岁)")
_NOT = re.compile(r"(?:不是|不上|不报)(?:要)?(?:上|报)?$")
_SCHOOL = re.compile(r"上学|入学|报名|报|读书|念书|学校|小学|初中")
_OTHER_SUBJECT = re.compile(r"户口|户籍|房|工作|上班|打工|单位|社保|老家|租|老师|住")


def stages(text: str) -> list[Found]:
    """Find the stage; a stage that is denied ("不是小学") does not count."""
    for value, pattern in (("junior", _JUNIOR), ("primary", _PRIMARY)):
        for match in pattern.finditer(text):
            if not _NOT.search(text[: match.start()]):
                return [Found("stage", value, match.start(), match.end())]
    return []


def entry_years(text: str, today: date) -> list[Found]:
    """Find the year in which the guardian means the child to start ("想报明年的小学")."""
    match = _ENTRY.search(text)
    if match is None or _ELSEWHEN.search(text):
        return []
    year = today.year + _YEARS.index(match["year"] or match["year2"])
    return [Found("entry_year", str(year), match.start(), match.end())]


def counties(text: str) -> list[Found]:
    """Find where the child is to go to school: named with the school first, then the county served."""
    named: list[tuple[int, Found]] = []
    for clause in clauses(text):
        for code, start, end in places(clause.text):
            found = Found("county", code, clause.start + start, clause.start + end)
            named.append((_weight(clause.text, code), found))
    named = [(weight, found) for weight, found in named if weight]
    return [max(named, key=lambda each: each[0])[1]] if named else []


def _weight(clause: str, code: str) -> int:
    """Say how surely a place named in a clause is where the child is to go to school; 0 is not at all."""
    other = _OTHER_SUBJECT.search(clause) is not None
    if _SCHOOL.search(clause) and not other and code != ELSEWHERE:
        return 4
    if code == SERVED:
        return 3
    return 0 if other else 1
