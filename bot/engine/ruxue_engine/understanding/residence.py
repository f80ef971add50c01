"""Finds where the household is registered (hukou) and whose home the family has in the county."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ABROAD, HERE, SERVED, places
from ruxue_engine.understanding.text import Clause, clauses

_SUBJECT = re.compile(
    r"(?P<hukou>户口(?!本|页)|户籍|落户)|(?P<home>(?:没|未|没有|无|有)?(?:买|租)(?:了|的|着)?(?:套|个)?房子?|房子|住房|房产(?!证)|学区房|"
    r"住的地方|房(?:本|产证)上?(?=写|是我|的?名)|(?<![公廉楼厨库机银票商])房(?!东|产证|本|贷|屋中介|价|租))"
)
_JOINED = re.compile(r"^[、\s]*(?:和|跟|与|还有|以及|连|,)?\s*(?:我们?|家里?的?|孩子的?)?$")
_SAYS_BY_ITSELF = re.compile(r"没|未|无|有|买|租")
_PAIRS = re.compile(
    r"(?P<house>有|无|没|没有)房(?:子)?(?P<hukou>有|无|没|没有)户口?|(?P<hukou2>有|无|没|没有)户口?(?P<house2>有|无|没|没有)房"
)
_AGREE = re.compile(r"房户一致|户房一致|三一致|房子?户口一致|人户一致")
_OLD = (
    r"爷爷|奶奶|姥姥|姥爷|外公|外婆|老人|公公|婆婆|公婆|岳父|岳母|丈母娘|祖父|祖母|我爸|我妈|爸妈|他爷|她爷"
)
_OLD_OWNS = re.compile(f"(?<!不在)(?:{_OLD})(?:们)?的?名下")
_OLD_HOME = re.compile(f"(?:{_OLD})")
_OLD_BEFORE = re.compile(f"(?:{_OLD})(?:们)?(?:名下)?(?:家)?的?$")
_OWN = re.compile(
    r"我(?:们|俩)?(?:的|名下|自己|买)|自己|夫妻|两口子|我俩|老公|媳妇|爱人|对象|爸爸名下|妈妈名下|他爸|她爸|孩子爸|孩子妈|我名"
)
_NO_BEFORE = re.compile(r"(?:没有?|无|不是|非|未|没在)(?:[^有在]{0,5})$")
_NO_AFTER = re.compile(
    r"^(?:都|也|还|暂时|目前|并)?(?:不在|没在|没有|没迁|没落|没上|迁不|落不|不是|不属于|没(?!错|问题))"
)
_RENTED = re.compile(r"租")
_BOTH = re.compile(r"^(?:都|全都?|也都?)(?:有|齐|是本地|没问题|在$)")
_HAS = re.compile(r"(?:有|买)[了的]?(?:一?套|个|过)?$")
# What a correction may name without saying it again.
_NAMED = {"home": "房子", "hukou": "户口"}


class _Segment(NamedTuple):
    subjects: frozenset[str]
    word: str
    before: str
    after: str
    start: int
    end: int


def residence(text: str) -> list[Found]:
    """Find `hukou` (here, elsewhere) and `home` (guardian, grandparent, none); suppositions state nothing."""
    found: dict[str, Found] = {}
    for clause in clauses(text):
        if clause.supposed:
            continue
        for each in (*_pairs(clause), *_told(clause)):
            if each.value == "grandparent":
                found[each.entity] = each
            found.setdefault(each.entity, each)
    return list(found.values())


def corrected_residence(text: str, corrected: Iterable[Found]) -> list[Found]:
    """Find the new value that a later clause gives without naming it again ("房子写错了，是爷爷的")."""
    for named in corrected:
        subject = _NAMED.get(named.value)
        later = [clause.text for clause in clauses(text) if clause.start > named.end]
        found = [each for clause in later for each in residence(f"{subject}{clause}")] if subject else []
        if found:
            return [found[-1]._replace(start=named.start, end=len(text))]
    return []


def _pairs(clause: Clause) -> Iterator[Found]:
    for match in _PAIRS.finditer(clause.text):
        at = (clause.start + match.start(), clause.start + match.end())
        has_home = (match["house"] or match["house2"]) == "有"
        has_hukou = (match["hukou"] or match["hukou2"]) == "有"
        yield Found("home", "guardian" if has_home else "none", *at)
        yield Found("hukou", "here" if has_hukou else "elsewhere", *at)
    for match in _AGREE.finditer(clause.text):
        at = (clause.start + match.start(), clause.start + match.end())
        if not clause.text[match.end() :].startswith(("具体", "是", "指", "什么", "怎么")):
            yield Found("home", "guardian", *at)
            yield Found("hukou", "here", *at)


def _told(clause: Clause) -> Iterator[Found]:
    owner = _OLD_OWNS.search(clause.text)
    if owner:
        yield Found("home", "grandparent", clause.start + owner.start(), clause.start + owner.end())
    for segment in _segments(clause):
        at = (clause.start + segment.start, clause.start + segment.end)
        if "hukou" in segment.subjects:
            hukou = _hukou(segment)
            if hukou:
                yield Found("hukou", hukou, *at)
        if "home" in segment.subjects:
            home = _home(segment)
            if home:
                yield Found("home", home, *at)


def _segments(clause: Clause) -> Iterator[_Segment]:
    """Cut a clause at its subjects; joined ones ("户口和房子都在…") share what is said of them."""
    mentions = list(_SUBJECT.finditer(clause.text))
    reach = 0
    place = 0
    while place < len(mentions):
        first = last = mentions[place]
        subjects = {str(first.lastgroup)}
        while (
            place + 1 < len(mentions)
            and not _SAYS_BY_ITSELF.match(last.group())
            and not _SAYS_BY_ITSELF.match(mentions[place + 1].group())
            and _JOINED.match(clause.text[last.end() : mentions[place + 1].start()])
        ):
            place += 1
            last = mentions[place]
            subjects.add(str(last.lastgroup))
        place += 1
        until = mentions[place].start() if place < len(mentions) else len(clause.text)
        yield _Segment(
            frozenset(subjects),
            first.group(),
            clause.text[reach : first.start()],
            clause.text[last.end() : until],
            first.start(),
            last.end(),
        )
        reach = last.end()


def _hukou(segment: _Segment) -> str | None:
    before, after = segment.before, segment.after
    if _NO_BEFORE.search(before) or _NO_AFTER.match(after):
        return "elsewhere"
    codes = {code for code, _, _ in places(after)} or {code for code, _, _ in places(before[-6:])}
    if ABROAD.search(after) or (codes and SERVED not in codes):
        return "elsewhere"
    if _BOTH.match(after) or SERVED in codes or HERE.search(after) or HERE.search(before[-6:]):
        return "here"
    return "elsewhere" if ABROAD.search(before[-4:]) else None


def _home(segment: _Segment) -> str | None:
    word, before, after = segment.word, segment.before, segment.after
    if _RENTED.search(word) or _RENTED.search(before[-3:]) or re.match(r"^(?:都|也)?(?:是)?租", after):
        return "none"
    if (
        word.startswith(("没", "未", "无"))
        or _NO_BEFORE.search(before)
        or re.match(r"^(?:都|也|还)?(?:没有|没买)", after)
    ):
        return "none"
    elsewhere = {code for code, _, _ in places(after)}
    if (
        re.match(r"^(?:都|也|还)?不在", after)
        or ABROAD.search(after)
        or (elsewhere and SERVED not in elsewhere)
    ):
        return "none"
    if _OLD_BEFORE.search(before) or (_OLD_HOME.search(after) and not re.match(r"^(?:都|也)?不是", after)):
        return "grandparent"
    if _OWN.search(before[-6:]) or _OWN.search(after):
        return "guardian"
    owned = _BOTH.match(after) is not None or word.startswith(("有", "买")) or _HAS.search(before)
    return "guardian" if owned or SERVED in elsewhere or HERE.search(after) else None
