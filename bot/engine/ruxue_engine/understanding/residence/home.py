"""Reads the home that one mention of a home tells: whose it is, and where."""

import re

from ruxue_engine.understanding.places import ABROAD, ELSEWHERE, HERE, Places
from ruxue_engine.understanding.residence.segments import Segment
from ruxue_engine.understanding.residence.words import BOTH, NO_BEFORE, RENTED, RENTED_OF
from ruxue_engine.understanding.told.people import signed
from ruxue_engine.understanding.told.whose import owner_after, owner_before, owner_of_paper

AT = "@"
SOMEBODY = "?"
"""Who has a home of which only the place is told: a guardian, unless somebody was named before."""
_NEAR = 6
_YET = (
    r"呢?[PC]?(?:们|俩|[都也还倒可就是]|这边|这里|在这|一直|目前|暂时|现在|到现在|根本|压根|至今|实在|从来)*"
)
_NONE_AFTER = re.compile(
    rf"^:?(?:啥的|有没有,)?{_YET}(?:[没无]有?(?=$|[,的了呢啊;])|没有(?!证|本|下|办|房产|网签|合同|过户|租|备)|"
    rf"没买|未买|没?顾[上得]买|没(?:顾[上得]|能|敢|钱|舍得|来得及)买|买不[起了])"
)
_NOT_HAD = re.compile(r"(?:没有?|无|未|没能)(?:能力|钱)?(?:在[^,]{1,5})?(?:买|购|有|自己的|属于)[^,有]{0,5}$")
_SOLD = re.compile(r"卖(?:了|掉)[^,]{0,4}$|退(?:了|掉)[^,]{0,3}$")
_SOLD_AFTER = re.compile(r"^(?:[都也]|早就?|已经|去年|前年|刚)*卖")
_NOT_HERE = re.compile(r"^(?:都|也|还)?不在(?!一[块起处家]|一个|同)")
_BOUGHT = re.compile(
    r"^[^,没]{0,8}(?<!没)(?<!别人)(?:买(?:的|了|下|给|上了|断|$|没|不到|不久|才)|[购置](?:置|办)(?:的|了|$)|全款|按揭|贷款|继承)"
)
_HAS = re.compile(
    r"(?:有|买|购置?|(?<!安)置|继承|按揭|贷款|供)(?:了|的|过|着|下)?(?:现在)?(?:一?套|个|间|处|一)?[^,没不租住在PCGKO]{0,6}$"
)
# Who built a home is a kind of home, and does not tell whose it is.
_BUILT_BY_SELF = re.compile(r"(?:自己|自家|自个儿?)家?[盖建起](?:的|了)*")
# "在李沧住铁皮房": where they live is not what they have.
_LODGES = re.compile(r"(?<![商自居])住[^,]{0,3}$")
_OWN = re.compile(r"自己|自家|自有|自住$")
_IN_PLACE = re.compile(r"\ue000(?:区|这边|那边)?的?[老小新]?$")
_RENTS_NOT = re.compile(r"(?:没|未)(?:有|在)?租|不(?:用|是)?租")
_IS_RENTED = re.compile(r"^(?:都|也)?(?:是)?租")
_OF_A_STRANGER = re.compile(r"O(?:家)?的?$")
_HAS_A = re.compile(r"[的有买]了?套?$")
_ONES_OWN = re.compile(r"有(?:了)?(?:一?[个套]|间)?(?:属于)?自己的?$")
_JUST_OWNED = re.compile(r"名下(?:就|只|也)?有?(?:了)?(?:一?套|个)?")


def home_told(segment: Segment, places: Places) -> tuple[str | None, bool]:
    """Whose home it is, and whether that is only implied: by renting, or by a home in another place."""
    if segment.of_paper:
        named_before = segment.before.endswith("的") and owner_before(segment.before)
        return owner_of_paper(segment.after) or named_before or None, False
    built = _BUILT_BY_SELF.search(segment.before) is not None
    segment = segment._replace(
        before="" if built else segment.before, after=_BUILT_BY_SELF.sub("", segment.after)
    )
    before, after = signed(segment.before), signed(segment.after)
    rents_not = RENTED.search(segment.word) and _RENTS_NOT.search(segment.before[-_NEAR:] + segment.word)
    if rents_not or _OF_A_STRANGER.search(before) or after.startswith(("O的", "是O的")):
        return None, False
    if RENTED.search(segment.word) or RENTED_OF.search(segment.before) or _IS_RENTED.match(segment.after):
        return "none", True
    if _lacks(segment.word, before, after):
        return "none", False
    if _SOLD.search(before) or _SOLD_AFTER.match(after):
        return "none", True
    return _owned(segment, before, after, places)


def _lacks(word: str, before: str, after: str) -> bool:
    denied = NO_BEFORE.search(before) is not None and not before.endswith("不是")
    denied |= word.startswith(("没", "未", "无"))
    return denied or _NOT_HAD.search(before) is not None or _NONE_AFTER.match(after) is not None


def _owned(segment: Segment, before: str, after: str, places: Places) -> tuple[str | None, bool]:
    """Who has it, and in which county; in a place that is not served it counts for nothing."""
    near = segment.before[-_NEAR:] if not segment.follows or _HAS_A.search(segment.before) else ""
    near = segment.before if _ONES_OWN.search(segment.before) else near
    named = places.codes(segment.after)
    if not named:
        near = segment.before if re.search(r"[PGK](?:们|家)?在[^,]*$", before) else near
    codes = named or places.codes(near)[::-1]
    served = [code for code in codes if code != ELSEWHERE]
    abroad = ABROAD.search(segment.after[:_NEAR]) or (
        not segment.follows and ABROAD.search(segment.before[-_NEAR:])
    )
    owner = _owner(segment, before, after, places)
    if owner is None and _LODGES.search(before):
        return None, False
    if _NOT_HERE.match(after) or abroad or (codes and not served):
        return f"{owner or SOMEBODY}{AT}{ELSEWHERE}", True
    placed = served and (named or _IN_PLACE.search(places.covered(segment.before)))
    if owner is None and (placed or HERE.search(after)):
        owner = SOMEBODY
    return (f"{owner}{AT}{served[0]}" if owner and served else owner), False


def _owner(segment: Segment, before: str, after: str, places: Places) -> str | None:
    told = owner_after(places.covered(segment.after)) or owner_before(segment.before)
    if told or _OWN.search(before[-_NEAR:]) or _JUST_OWNED.fullmatch(before):
        return told or "guardian"
    owned = (
        BOTH.match(after) is not None
        or segment.word.startswith(("有", "买", "购", "置"))
        or _HAS.search(before)
    )
    bought = _BOUGHT.match(after) or re.match(r"全款|按揭|贷款", segment.word)
    return "guardian" if owned or bought else None
