"""Reads where the hukou is, from one mention of it or from a clause that goes on about it."""

import re

from ruxue_engine.understanding.places import ABROAD, ELSEWHERE, HERE, Place, Places
from ruxue_engine.understanding.residence.segments import Segment
from ruxue_engine.understanding.residence.words import (
    BOTH,
    HERE_NOW,
    MOVED_TO,
    NO_AFTER,
    NO_BEFORE,
    OF_ONE_GROWN_UP,
    OTHERS_HUKOU,
)
from ruxue_engine.understanding.told.people import signed

_NEAR = 6
_STILL = r"(?:[还都是就落留放搁仍上写挂]|一直|现在|目前|依旧|本上|登记|当初|还是)*"
# A place that no list has: "户口在单县", "户口还在邢台没动".
_NO_PLACE = (
    r"[本这那个挂着一我他她你咱哪市区名跟咋啥什怎不没有当农非外随落迁爷奶姥和与一二三四五六七八九十\d去今前上]|"
    r"单位|同[学事]|学校|社区|集体|人才|派出|公司|厂里?|朋友|原|里[的面头]?"
)
_SOMEWHERE = re.compile(
    rf"^{_STILL}[在是]{_STILL}(?:[PGK](?:家|那边|那头|那))?(?!{_NO_PLACE})(?:[^\W跟随和]{{2,6}}[县旗镇乡村]|[^\W跟随和]{{1,3}}[市省州]|"
    r"[^\W跟随和还没呢年月落迁转办报PCGKO\d]{2,3}(?=$|[,没还呢]|的$|的[,户]|那边|老家|[PGK]))"
)
# "我公公户口在农村": the hukou of somebody who is named, and not the child's.
_FATHERS = re.compile(r"(?:爸爸?|妈妈?|老公|媳妇|爱人|对象)的?$")
_OF_AN_OLD_ONE = re.compile(r"^[GK](?:们)?(?:的)?$")
_WITH_THEM = re.compile("[PGKC](?:们|家)?那边")
_UNREGISTERED = re.compile(
    r"(?:没有?|还没|未|一直没|没能|不给)(?:给)?C?(?!办过户)(?:上|落|报|办|入|登记)(?:上|成|过)?户"
    r"(?!口?(?:本|簿|在|地|于|到|过|迁|的地))|登记户口(?<=没登记户口)|"
    r"户口?(?:还|一直|都|也|就|压根|死活|到现在|到如今|如今|至今|现在)*(?:没有?|未)(?:给)?(?:上(?!学)|落(?:下|上|户)?(?!在|到)|申?报|"
    r"办|登记)|户口?[^,]{0,6}(?:没有?|未)(?:落|上|报)过(?=$|,)|(?<!不是)黑户|上不了户|户口?[^,不没]{0,3}上不了|落不(?:上|了)户口?(?=$|,)"
)
_HAS_NONE = re.compile(r"户口(?:也|都|还)?没有?$|没有?户口(?:的C|,|$|怎|咋|能|呢)")
_MOVED_HERE = re.compile(
    r"[^,到]{0,4}(?:[迁转落]|[起挪弄调](?=[过回进]))[过回进]?来(?![\u4e00-\u9fff]{2,4}[区县])"
)
_FROM_THERE = re.compile(
    r"从.*(?:[迁转落]|[起挪弄调](?=[过回进]))[过回进]?来|(?:[迁转落]|[起挪弄调](?=[过回进]))[过回进]?来.*从"
)
_NOT_YET = re.compile(r"[没未](?:有)?(?:从|迁|转|挪)")
_NOT_WITH = re.compile(r"^C?[都也并]?(?:不是|没有?|不)(?:跟|随|和|与)[PGKC]")
_LEFT = re.compile(r"^[^,没]{0,4}(?:迁走|迁出去|转走)")


def hukou_told(segment: Segment, places: Places) -> str | None:
    """Where the hukou of a segment is: "here", "elsewhere", the code of a county, or not told."""
    before, after = segment.before, segment.after.lstrip(":： ")
    # "户口不是跟爷爷，是跟姥爷" tells with whom, and not where.
    denied_with = _NOT_WITH.match(signed(after)) or _NOT_WITH.match(signed(before))
    if denied_with or _of_somebody_else(before, after):
        return None
    named = list(places.find(after))
    if named and all(_comes_from(after, place) for place in named):
        return "elsewhere" if _NOT_YET.search(after) else "here"
    if NO_AFTER.match(after) and named:
        # "户口不在历下在芝罘": the place after the denied one is where it is.
        others = places.codes(after[named[0].end :])
        return others[0] if others and others[0] != ELSEWHERE else "elsewhere"
    moved = [place.code for place in named if MOVED_TO.search(after[: place.start])]
    said = signed(after)
    denied = NO_BEFORE.search(before) or NO_AFTER.match(after) or _LEFT.match(after)
    abroad = ABROAD.search(after) and not moved and not _WITH_THEM.search(said)
    if denied or abroad or (not named and _SOMEWHERE.match(said)):
        # "户口从老家迁来的" is here.
        came = _FROM_THERE.search(after) and not _NOT_YET.search(after)
        return "here" if not denied and came else "elsewhere"
    beside = [place.code for place in places.find(before) if place.end == len(before)]
    codes = moved or beside or [place.code for place in named] or places.codes(before[-_NEAR:])
    if codes:
        return next((code for code in codes if code != ELSEWHERE), "elsewhere")
    return _in_words(before, after, said)


def _comes_from(after: str, place: Place) -> bool:
    """Whether it was moved here from a place ("从枣庄迁来的")."""
    return after[: place.start].endswith("从") and _MOVED_HERE.match(after, place.end) is not None


def of_a_guardian(before: str) -> bool:
    """Whether the hukou is said to be the father's or the mother's own: "孩子爸爸户口在历下"."""
    return _FATHERS.search(before) is not None


def _of_somebody_else(before: str, after: str) -> bool:
    said = signed(before)
    if OTHERS_HUKOU.search(before) or OF_ONE_GROWN_UP.match(before) or said.startswith("O"):
        return True
    return _OF_AN_OLD_ONE.search(said) is not None and not after.startswith(("本", "上", "里", "名下"))


def _in_words(before: str, after: str, said: str) -> str | None:
    """Here or elsewhere where no place is named: 本地, 迁来了, 老家户口."""
    if BOTH.match(after) or HERE.search(after) or HERE_NOW.search(said) or HERE.search(before[-_NEAR:]):
        return "here"
    return "elsewhere" if ABROAD.search(before[-4:]) else None


def without_any(clause: str, places: Places) -> bool:
    """Whether a clause tells that the child has no hukou at all; beside a home it is one that is not here."""
    if places.codes(clause) or HERE.search(clause) or "有房" in clause:
        return False
    said = signed(clause)
    return bool(_UNREGISTERED.search(said) or (_HAS_NONE.search(said) and "房" not in clause))


def only_lacks(clause: str) -> bool:
    """Whether a clause only says that they have no hukou, and not that the child was never registered."""
    said = signed(clause)
    return _HAS_NONE.search(said) is not None and not _UNREGISTERED.search(said)
