"""Finds the school stage and the county where the child is to go to school."""

import re

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE, SERVED, places
from ruxue_engine.understanding.text import clauses

_JUNIOR = re.compile(
    r"小升初|(?:上|升|读|念|进|报|去)\s*(?:个)?(?:初中|初一|七年级|中学)|初一|七年级|7年级|初中(?!毕业)"
)
_PRIMARY = re.compile(r"幼升小|上小学|念小学|读小学|一年级|一年纪|1年级|小学(?!毕业)")
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
