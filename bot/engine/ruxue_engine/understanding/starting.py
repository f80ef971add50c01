"""Finds what the child is to start: the stage, and the year."""

import re
from collections.abc import Iterator
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.numerals import digits
from ruxue_engine.understanding.text import Clause, clauses
from ruxue_engine.understanding.told.children import of_another
from ruxue_engine.understanding.told.doubt import PUT_RIGHT

_FIRST_OF_JUNIOR = r"(?<!年)(?<!月)初一"
_JUNIOR = re.compile(
    f"小升初|(?:上|升|读|念|进|报|去)\\s*(?:个)?(?:初中|{_FIRST_OF_JUNIOR}|七年级|中学)|{_FIRST_OF_JUNIOR}|"
    f"七年级|"
    r"7年级|初中(?!毕业|老师|教师|里?当|里?教|门口|旁)|六年级|6年级"
)
_PRIMARY = re.compile(
    r"幼升小|上小学|念小学|读小学|一年级|一年纪|1年级|小学(?!毕业|老师|教师|当|教书|里当|门口|旁)|"
    r"大班(?!长|主任|制)"
)
_NAME_BEFORE = re.compile(
    r"[\u4e00-\u9fff](?<![上读念报升进去要想是的个到一在公办民是区县市所招入季年期])"
    r"(?<!普通)(?<!公立)(?<!私立)(?<!正常)(?<!附近)(?<!门口)(?<!重点)(?<!对口)$"
)
_NOT = re.compile(r"(?:不是|不上|不报)(?:要)?(?:上|报)?$")

_YEARS = ("今年", "明年", "后年")
_NEXT = re.compile(
    r"(?P<near>今年|明年|后年)|(?<!\d)(?P<year>20[23]\d|[23]\d|二[〇零]?[二三]?[〇零一二三四五六七八九])年"
)
# What stands between the year and the school, unless it is of something else ("明年才迁户口").
_FILLER = r"(?:岁数|准备|[^,户房搬买迁满岁租证社退离备交]){0,14}?"
_TO_START = re.compile(
    f"{_FILLER}(?P<start>小学(?!毕业|老师|门口|旁|招)|初中(?!毕业|招)|一年级|七年级|{_FIRST_OF_JUNIOR}|"
    f"(?<!小学)中学|"
    r"幼升小|小升初|[上入开]学(?!期|校|位|区|费|籍)|念书|读书|[升入]初|报名|报(?=$|[,的吗])|大班毕业|"
    r"上(?=$|,)|"
    r"(?:再|才|就|该|想|要|得)(?:上|读|念)(?=$|[,吗呢不了]))"
)
_GRADUATES = re.compile(r"(?P<near>今年|明年|后年)[^,]{0,4}毕业,?(?:就|要|该|得|想|准备|马上)+上")
# "今年报名几号开始": asked of the rule, and not told of the child.
_GENERAL = re.compile(
    r"^(?:报名|招生|新生|入学|的)?[^,]{0,4}(?:什么时候|啥时候|几号|几月|哪天|开始|时间|截止|条件|政策|要求|"
    r"材料|流程|招生|在网上|网上|还是|用什么|怎么)|^.{0,4}报名.{0,4}(?:几|什么时候|啥)"
)
_GENERAL_BEFORE = re.compile(r"什么时候|啥时候|几[号月]|哪天|学费")
_START_IN = re.compile(
    r"(?:上|报|念|读|入学?)(?:(?:小学|初中|一年级|初一)(?:是|就是|就))?(?P<near>今年|明年|后年)"
)
_TAKEN_BACK = re.compile(f"{PUT_RIGHT.pattern}|缓一年|推迟一年|晚一年")
# "拟入学年份：2028", as a form asks for it.
_IN_A_FORM = re.compile(r"(?:入学|报名|就读)(?:年份|年度)[^,\d]{0,6}(?P<year>20[23]\d)")
# "幼升小，明年的"
_YEAR_ALONE = re.compile(r"(?:是|就是)?(?P<near>今年|明年|后年)(?:秋天|九月份?|9月份?)?的?")
_OF_STARTING = re.compile(r"(?:幼升小|小升初|一年级|初一|上小学|上初中|入学|上学)$")
_FAR = 15
_CENTURY = 100


def stages(text: str) -> list[Found]:
    """Find the stage; one that is denied ("不是小学"), or is another child's, does not count."""
    found: list[Found] = []
    for value, pattern in (("junior", _JUNIOR), ("primary", _PRIMARY)):
        for match in pattern.finditer(text):
            if _NOT.search(text[: match.start()]) or of_another(text, *match.span()):
                continue
            # A school's name by itself tells where, not what for.
            named = match.group() in {"小学", "初中"} and _NAME_BEFORE.search(text[: match.start()])
            found.append(Found("stage", value, match.start(), match.end(), implied=bool(named)))
    return sorted(found, key=lambda each: each.implied)[:1]


def entry_years(text: str, today: date) -> list[Found]:
    """Find the year in which the guardian means the child to start ("想报明年的小学")."""
    graduates = _GRADUATES.search(text)
    if graduates:
        return [_found(today.year + _YEARS.index(graduates["near"]), graduates.start(), graduates.end())]
    last: list[Found] = []
    taken_back = False
    before = ""
    for clause in clauses(text):
        alone = _YEAR_ALONE.fullmatch(clause.text) if _OF_STARTING.search(before) else None
        if alone and not last:
            last = [
                _found(today.year + _YEARS.index(alone["near"]), clause.start, clause.start + len(alone[0]))
            ]
        before = clause.text
        taken_back = taken_back or _TAKEN_BACK.search(f"{clause.text},") is not None
        for found in _in_clause(clause, today):
            if (not last or taken_back) and not of_another(text, found.start, found.end):
                last, taken_back = [found], False
    return last


def _in_clause(clause: Clause, today: date) -> Iterator[Found]:
    for said in _NEXT.finditer(clause.text):
        start = _TO_START.match(clause.text, said.end())
        year = _year(said, today)
        if start is None or year is None or _GENERAL_BEFORE.search(start.group()):
            continue
        if not _GENERAL.match(clause.text[start.end() :]) and not _GENERAL.match(
            clause.text[start.start("start") :]
        ):
            yield _found(year, clause.start + said.start(), clause.start + start.end())
    form = _IN_A_FORM.search(clause.text)
    if form:
        yield _found(int(form["year"]), clause.start + form.start(), clause.start + form.end())
    said_after = _START_IN.search(clause.text)
    if said_after:
        year = today.year + _YEARS.index(said_after["near"])
        yield _found(year, clause.start + said_after.start(), clause.start + said_after.end())


def _year(said: re.Match[str], today: date) -> int | None:
    if said["near"]:
        return today.year + _YEARS.index(said["near"])
    year = digits(said["year"])
    if year is None:
        return None
    year += 2000 if year < _CENTURY else 0
    return year if today.year <= year <= today.year + _FAR else None


def _found(year: int, start: int, end: int) -> Found:
    return Found("entry_year", str(year), start, end)
