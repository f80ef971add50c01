"""Finds the school stage and the county where the child is to go to school."""

import re
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ANY_OF, ELSEWHERE, Places
from ruxue_engine.understanding.residence import goes_on
from ruxue_engine.understanding.text import clauses

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
_DENIED = re.compile(r"(?:不在|没在|不是|不想在|不去|不上|不报)$")
_FAR = 15
_LIVING = 3
_SURE = 5
_RIGHT_AFTER = 6
_SCHOOL = re.compile(r"上学|入学|报名|报|读书|念书|学校|小学|初中")
_LIVES = re.compile(r"户口|户籍|落户|房|公寓|名下|宅|住(?!证)|迁")
# Where a family lives or rents is said of the county, where it owns a home only of the home.
_RESIDES = re.compile(r"住(?!房|宅|证|址)|租")
_OWNS = re.compile(r"户口|户籍|落户|迁|买|房产|房本|名下|有房|有套|社保|上班|工作|打工")
# "姥姥家在历下", "是在芝罘": of another family, or still of the hukou or the home said before.
_OF_KIN = re.compile(r"(?:爷爷|奶奶|姥姥|姥爷|外公|外婆|姑姑?|舅舅?|姨|叔|伯|亲戚|公公|婆婆|老人)家?$")
_ONLY_WHERE = re.compile(r"^(?:哦|啊|嗯|不对|都|也|就|全|现在)*(?:是)?在?$")
_IN_A_NAME = re.compile(
    r"^(?:区|市)?(?![的上读])[^,的上读在想报]{0,3}(?:[一二三四五]|实验|第[一二三四五])?(?:小学|中学|"
    r"小|中)(?!报名|招生|入学)(?<!^小学)(?<!^中学)"
)
_OF_SIBLING = re.compile(r"老大|大宝|哥哥|姐姐|大的")
_JOB = re.compile(r"^(?:区|市)?(?:这边|这里)?(?:开|干|做|打工|跑|送|当|卖|经营|摆|务工)")
_AT_SCHOOL = re.compile(
    r"^(?:区|县|市)?(?:这边|这里|的|小学|初中|这)*(?:报名|上学|小学|初中|招生|入学|读书|上小学|"
    r"上初中|上个?学)"
)
_WORKS = re.compile(r"工作|上班|打工|单位|社保|老家|租|老师")


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


def counties(text: str, places: Places) -> list[Found]:
    """Find where the child is to go to school: named with the school first, then where the family lives.

    Two homes in two counties say nothing: the guardian is to choose.
    """
    named: list[tuple[int, Found]] = []
    before = ""
    settled = False
    for clause in clauses(text):
        moved = goes_on(clause.text, before, places)
        for code, start, end in places.find(clause.text):
            if _DENIED.search(clause.text[:start]):
                continue
            lives = _RESIDES.search(clause.text) is not None and not _OWNS.search(clause.text)
            weight = _weight(clause.text, code, lives=moved)
            if _AT_SCHOOL.match(clause.text[end:]):
                weight = _SURE
            ahead = clause.text[:start]
            still = (
                settled
                and not lives
                and _ONLY_WHERE.match(ahead) is not None
                and len(clause.text) - end <= _RIGHT_AFTER
            )
            school = _IN_A_NAME.match(clause.text[end:])
            sibling = _OF_SIBLING.search(clause.text)
            others = sibling or school or _JOB.match(clause.text[end:]) or _OF_KIN.search(ahead.rstrip("在"))
            implied = (weight <= _LIVING and not lives) or still or others is not None
            at = (clause.start + start, clause.start + end)
            found = Found("county", code, *at, implied=implied)
            named.append((weight, found))
        before = clause.text
        settled = settled or _LIVES.search(clause.text) is not None
    best = max((weight for weight, _ in named), default=0)
    likely = [found for weight, found in named if weight == best > 0]
    if best <= _LIVING and len({found.value for found in likely}) > 1:
        return []
    return likely[:1]


def _weight(clause: str, code: str, *, lives: bool) -> int:
    """Say how surely a place named in a clause is where the child is to go to school; 0 is not at all."""
    lives = lives or _LIVES.search(clause) is not None
    other = lives or _WORKS.search(clause) is not None
    if code == ELSEWHERE:
        return 0 if other else 1
    if ANY_OF in code:
        # A city names no county, unless it is all that is said.
        return 1
    if not other:
        return _SURE if _SCHOOL.search(clause) else 4
    return _LIVING if lives else 2
