"""Reads the hukou and the home that one clause tells."""

import re
from collections.abc import Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence.holder import holder_told
from ruxue_engine.understanding.residence.home import home_told
from ruxue_engine.understanding.residence.hukou import hukou_told, of_a_guardian, without_any
from ruxue_engine.understanding.residence.segments import Segment, segments
from ruxue_engine.understanding.residence.taken import OF_GUARDIAN
from ruxue_engine.understanding.residence.words import AGREE, PAIRS
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.people import ROLES, signed
from ruxue_engine.understanding.told.whose import owner_under

# "借住在舅舅家", "住公婆那": where they live is whose home it is.
_GUEST = re.compile(
    r"(?<!C)(?:跟|和|随)(?:着)?(?P<with>G)(?:们)?(?:一起|一块儿?)?住|"
    r"(?<!居)住(?:的是|的|在|着|到)?(?:[PC](?:们)?)?(?P<who>[GK])(?:们)?(?:家|那|的(?!学校|单位|宿舍))|"
    r"(?:搬[回到去进]|(?<!来)回)(?P<back>[GK])(?:们)?(?:家|那)(?:边|里)?去?住|"
    r"(?P<at>(?:住在|住到|搬回|住回)G$)|回G住"
)
# "我和公公共有一套", "旧村改造分了俺家两套"
_HOLDS = re.compile(
    r"(?P<who>[PCGK](?:们|家|俩)?(?:(?:和|跟|与|、)[PCGK])*)(?:[两二三四]个?人|名下|手里)*(?:共有|也?有)了?[一两二]套(?!路|衣|书)|"
    r"[分补赔]给?了?(?P<given>P)(?:们|家)?[一两二三四]套|"
    r"(?P<lent>[GK])(?:们|家)?(?:给|帮)?(?:腾|借|让|匀|空)(?:着|了|出|给|P|们)*[一两]?套"
)
_HAS_NONE = re.compile(r"名下[也都均皆全]*(?:零套|0套|啥(?:也|都)?没|一套(?:也|都)没)")
_SETTLED = re.compile(r"(?<!坐)落(?:户)?(?:在|到)了?$")
_HUKOU_OR_PAPER = re.compile(r"户|执照|社保|公司|车|店|居住证|单位")


def guests_home(clause: Clause) -> Found | None:
    """Whose home a family lives in that names only the people."""
    guest = _GUEST.search(signed(clause.text))
    if guest is None or "租" in clause.text:
        return None
    at = (clause.start, clause.start + len(clause.text))
    return Found(
        "home",
        ROLES[guest["who"] or guest["back"] or guest["with"] or "G"],
        *at,
        implied=not (guest["who"] or guest["back"] or guest["at"]),
    )


def told_in_clause(clause: Clause, places: Places) -> Iterator[Found]:
    """Find `hukou`, `hukou_with` and `home` in a clause that states something."""
    whole = (clause.start, clause.start + len(clause.text))
    if "名下" in clause.text and not _HUKOU_OR_PAPER.search(clause.text):
        owner = owner_under(clause.text)
        if owner:
            yield Found("home", owner, *whole)
    yield from _held(clause)
    holder = holder_told(clause.text, places)
    if holder:
        yield Found("hukou_with", holder, *whole)
    if without_any(clause.text, places):
        yield Found("hukou", "none", *whole)
        return
    for place in places.find(clause.text):
        # "孩子落在历下区他姥姥家的户口本上".
        if _SETTLED.search(clause.text[: place.start]) and place.code.isdigit():
            yield Found("hukou", place.code, clause.start + place.start, clause.start + place.end)
    for segment in segments(clause):
        if "hukou" in segment.subjects and of_a_guardian(segment.before):
            of_theirs = hukou_told(segment._replace(before=""), places)
            if of_theirs:
                yield Found(OF_GUARDIAN, of_theirs, *whole)
        yield from _of_segment(segment, clause.start, places)


def pairs_told(clause: Clause) -> Iterator[Found]:
    """Find the home and the hukou where one word tells of both ("有房有户", "两一致")."""
    for match in PAIRS.finditer(clause.text):
        at = (clause.start + match.start(), clause.start + match.end())
        has_home = (match["house"] or match["house2"]) == "有"
        has_hukou = (match["hukou"] or match["hukou2"]) == "有"
        yield Found("home", "guardian" if has_home else "none", *at)
        yield Found("hukou", "here" if has_hukou else "elsewhere", *at)
    for match in AGREE.finditer(clause.text):
        at = (clause.start + match.start(), clause.start + match.end())
        if not clause.text[match.end() :].startswith(("具体", "是", "指", "什么", "怎么")):
            yield Found("home", "guardian", *at)
            yield Found("hukou", "here", *at)


def _held(clause: Clause) -> Iterator[Found]:
    """What a clause tells of homes counted in sets: "我和公公共有一套", "名下零套"."""
    at = (clause.start, clause.start + len(clause.text))
    holds = _HOLDS.search(signed(clause.text))
    if holds:
        who = "".join(each for each in holds.group("who", "given", "lent") if each)
        # "公公三人共有一套": the speaker is among them.
        ours = re.search("[PC]", who) or "人共有" in holds[0]
        yield Found("home", "guardian" if ours else ROLES[who[0]], *at)
    if _HAS_NONE.search(clause.text):
        yield Found("home", "none", *at)


def _of_segment(segment: Segment, start: int, places: Places) -> Iterator[Found]:
    at = (start + segment.start, start + segment.end)
    if "hukou" in segment.subjects:
        hukou = hukou_told(segment, places)
        if hukou:
            yield Found("hukou", hukou, *at)
    if segment.subjects & {"home", "paper"}:
        home, implied = home_told(segment, places)
        if home:
            yield Found("home", home, *at, implied=implied)
