"""Finds where the household is registered (hukou) and whose home the family has in the county."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ABROAD, ELSEWHERE, HERE, Places
from ruxue_engine.understanding.text import Clause, clauses

_SUBJECT = re.compile(
    r"(?P<hukou>户口(?!本|页)|户籍|落户)|(?P<home>(?:没|未|没有|无|有)?(?:买|租)(?:了|的|着)?(?:套|"
    r"个)?房子?|房子|住房|房产(?!证)|学区房|"
    r"住的地方|房(?:本|产证)上?(?=写|是我|的?名)|(?<![公廉楼厨库机银票商])房(?!东|产证|本|贷|屋中介|价|租))"
)
_JOINED = re.compile(r"^[、\s]*(?:和|跟|与|还有|以及|连|,)?\s*(?:我们?|家里?的?|孩子的?)?$")
_SAYS_BY_ITSELF = re.compile(r"没|未|无|有|买|租")
_PAIRS = re.compile(
    r"(?P<house>有|无|没|没有)房(?:子)?(?P<hukou>有|无|没|没有)户口?|(?P<hukou2>有|无|没|"
    r"没有)户口?(?P<house2>有|无|没|没有)房"
)
_AGREE = re.compile(r"房户一致|户房一致|三一致|房子?户口一致|人户一致")
_OLD = (
    r"爷爷|奶奶|姥姥|姥爷|外公|外婆|老人|公公|婆婆|公婆|岳父|岳母|丈母娘|祖父|祖母|我爸|我妈|爸妈|他爷|她爷"
)
_KIN = (
    r"姑姑?|姑妈|[大小二三]姨|姨妈|舅舅?|舅妈|叔叔?|大伯|伯伯|伯父|婶|亲戚|表[哥姐弟妹]|堂[哥姐弟妹]|"
    r"我[哥姐弟妹]|朋友"
)
_KIN_OWNS = re.compile(f"(?:{_KIN})(?:们)?(?:家|名下)?的?$|(?:{_KIN})(?:们)?(?:名下|的名字?)")
_KIN_HOME = re.compile(
    f"^(?:是|在|写的|都是|登记在|挂在)(?:我|我们|孩子|他|她|娃)?(?:的)?(?:{_KIN})(?:家|名下)?的?"
)
_OLD_OWNS = re.compile(f"(?<!不在)(?:{_OLD})(?:们)?的?名下")
_OLD_HOME = re.compile(f"(?:{_OLD})")
_OLD_BEFORE = re.compile(f"(?:{_OLD})(?:们)?(?:名下)?(?:家)?的?$")
_OWN = re.compile(
    r"我(?:们|俩)?(?:的|名下|自己|买|和|跟|与)|自己|夫妻|两口子|我俩|老公|媳妇|爱人|对象|爸爸名下|"
    r"妈妈名下|他爸|她爸|孩子爸|孩子妈|我名"
)
_NO_BEFORE = re.compile(r"(?:没有?|无|不是|非|未|没在)(?:[^有在]{0,5})$")
_NO_AFTER = re.compile(
    r"^(?:都|也|还|暂时|目前|并)?(?:不在|没在|没有|没迁|没落|没上|迁不|落不|不是|不属于|没(?!错|问题))"
)
_RENTED = re.compile(r"租")
_BOTH = re.compile(r"^(?:都|全都?|也都?)(?:有|齐|是本地|没问题|在$)")
_HAS = re.compile(
    r"(?:有|买)[了的]?(?:一?套|个|过|间)?(?:小产权|商住|二手|公寓|学区|安置|回迁|大产权|新|小|大|老)?$"
)
# "户口不在历下,在芝罘": the second clause still speaks of the hukou.
_GOES_ON = re.compile(r"^(?:而?是|就?在|落在|迁在)")
_DENIED_PLACE = re.compile(r"(?:不在|没在|不是|不属于)$")
AT = "@"
_NEAR = 6
# What a correction may name without saying it again.
_NAMED = {"home": "房子", "hukou": "户口"}
_TAKEN_BACK = re.compile(
    r"^(?:哦|噢|啊|额|呃|唉)?(?:不对|不是|说错了?|错了|打错了?|写错了?|我说错了|口误|"
    r"更正(?:一下)?)[啊哦呢吧]?$"
)
_OWNER_ALONE = re.compile(
    f"^(?:都?是|写的?是?|登记在|在|不过是|但是?)?(?:我(?:们|俩|和|跟)?|孩子|他|她|俺)?(?:{_OLD}|{_KIN}|"
    "爸爸?|妈妈?|老公|媳妇|爱人|夫妻|自己)?(?:们|俩|我)?(?:的?名下?|的名字?|的)的?(?:了|呢|房)?$"
)


class _Segment(NamedTuple):
    subjects: frozenset[str]
    word: str
    before: str
    after: str
    follows: bool
    start: int
    end: int


def residence(text: str, places: Places) -> list[Found]:
    """Find `hukou` and `home`; suppositions state nothing.

    The hukou is here, elsewhere, or in a county by its code; the home is a guardian's, a grandparent's, or
    none, with the code of its county where one was named: guardian@370102.
    """
    found: dict[str, Found] = {}
    before = subject = ""
    taken_back = False
    for clause in clauses(text):
        if clause.supposed:
            continue
        if _TAKEN_BACK.match(clause.text):
            taken_back = True
            continue
        mentioned = [str(each.lastgroup) for each in _SUBJECT.finditer(clause.text)]
        if (
            not mentioned
            and subject
            and (taken_back or (subject == "home" and _OWNER_ALONE.match(clause.text)))
        ):
            again = Clause(f"{_NAMED[subject]}{clause.text}", clause.start)
            found |= {
                each.entity: each._replace(end=clause.start + len(clause.text))
                for each in _told(again, places)
            }
        subject = mentioned[-1] if mentioned else subject
        taken_back = False
        for each in (*_pairs(clause), *_told(clause, places)):
            if _goes_before(each, found.get(each.entity)):
                found[each.entity] = each
        if goes_on(clause.text, before, places) and "hukou" in found:
            code = places.codes(clause.text)[0]
            hukou = "elsewhere" if code == ELSEWHERE else code
            found["hukou"] = found["hukou"]._replace(value=hukou)
        before = clause.text
    return list(found.values())


def _goes_before(new: Found, old: Found | None) -> bool:
    """Whether a value counts more: a home meant for the child goes before what the guardians lack."""
    if old is None or old.implied or new.value.startswith("grandparent"):
        return True
    return new.value.startswith("relative") and old.value == "none"


def goes_on(clause: str, before: str, places: Places) -> bool:
    """Whether a clause only says where else the hukou is that the clause before it denied somewhere."""
    denied = any(
        subject["hukou"] and _NO_AFTER.match(before[subject.end() :]) for subject in _SUBJECT.finditer(before)
    )
    named = [place for place in places.find(clause) if not _DENIED_PLACE.search(clause[: place.start])]
    return denied and bool(named) and _GOES_ON.match(clause) is not None and not _SUBJECT.search(clause)


def corrected_residence(text: str, corrected: Iterable[Found], places: Places) -> list[Found]:
    """Find the new value that a later clause gives without naming it again ("房子写错了，是爷爷的")."""
    for named in corrected:
        subject = _NAMED.get(named.value)
        later = [clause.text for clause in clauses(text) if clause.start > named.end]
        again = [f"{subject}{clause}" for clause in later] if subject else []
        found = [each for clause in again for each in residence(clause, places)]
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


def _told(clause: Clause, places: Places) -> Iterator[Found]:
    owner = _OLD_OWNS.search(clause.text)
    if owner:
        yield Found("home", "grandparent", clause.start + owner.start(), clause.start + owner.end())
    for segment in _segments(clause):
        at = (clause.start + segment.start, clause.start + segment.end)
        if "hukou" in segment.subjects:
            hukou = _hukou(segment, places)
            if hukou:
                yield Found("hukou", hukou, *at)
        if "home" in segment.subjects:
            home, implied = _home(segment, places)
            if home:
                yield Found("home", home, *at, implied=implied)


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
            reach > 0,
            first.start(),
            last.end(),
        )
        reach = last.end()


def _hukou(segment: _Segment, places: Places) -> str | None:
    before, after = segment.before, segment.after
    elsewhere_than = next(iter(places.find(after)), None)
    if _NO_AFTER.match(after) and elsewhere_than is not None:
        # "户口不在历下在芝罘": the place after the denied one is where it is.
        others = places.codes(after[elsewhere_than.end :])
        return others[0] if others and others[0] != ELSEWHERE else "elsewhere"
    if _NO_BEFORE.search(before) or _NO_AFTER.match(after):
        return "elsewhere"
    codes = places.codes(after) or places.codes(before[-_NEAR:])
    if ABROAD.search(after):
        return "elsewhere"
    if codes:
        return next((code for code in codes if code != ELSEWHERE), "elsewhere")
    if _BOTH.match(after) or HERE.search(after) or HERE.search(before[-_NEAR:]):
        return "here"
    return "elsewhere" if ABROAD.search(before[-4:]) else None


def _home(segment: _Segment, places: Places) -> tuple[str | None, bool]:
    """Whose home it is, and whether that is only implied: by renting, or by a home in another place."""
    word, before, after = segment.word, segment.before, segment.after
    if re.match(r"(?:没有?|未)租", word):
        return None, False
    if _RENTED.search(word) or _RENTED.search(before[-3:]) or re.match(r"^(?:都|也)?(?:是)?租", after):
        return "none", True
    if (
        word.startswith(("没", "未", "无"))
        or _NO_BEFORE.search(before)
        or re.match(r"^(?:都|也|还)?(?:没有|没买)", after)
    ):
        return "none", False
    codes = places.codes(after)
    near = before[-_NEAR:] if not segment.follows or re.search(r"[的有买]了?套?$", before) else ""
    served = [code for code in codes or places.codes(near) if code != ELSEWHERE]
    if re.match(r"^(?:都|也|还)?不在", after) or ABROAD.search(after) or (codes and not served):
        return "none", True
    owner = _owner(segment)
    by_place = owner is None and bool(codes or HERE.search(after))
    owner = "guardian" if by_place else owner
    return (f"{owner}{AT}{served[0]}" if owner and served else owner), False


def _owner(segment: _Segment) -> str | None:
    word, before, after = segment.word, segment.before, segment.after
    if _KIN_OWNS.search(before) or _KIN_HOME.match(after) or _KIN_OWNS.search(after):
        return "relative"
    if re.search(r"^(?:是|写的)?我(?:们|俩)?(?:和|跟|与)", after):
        return "guardian"
    if _OLD_BEFORE.search(before) or (_OLD_HOME.search(after) and not re.match(r"^(?:都|也)?不是", after)):
        return "grandparent"
    if _OWN.search(before[-_NEAR:]) or _OWN.search(after):
        return "guardian"
    owned = _BOTH.match(after) is not None or word.startswith(("有", "买")) or _HAS.search(before)
    return "guardian" if owned else None
