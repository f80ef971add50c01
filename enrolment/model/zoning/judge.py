"""Judge from the places of an address which school it belongs to, or what to ask."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from enrolment.model.decision import SchoolMatch
from enrolment.model.truth import Truth
from enrolment.model.zoning.containing import contains
from enrolment.model.zoning.index import Mention, ZoneIndex
from enrolment.model.zoning.locate import Located, taking
from enrolment.model.zoning.words import spoken

_WHOLE_ADDRESS: Final = "请告诉我房产证或者户口簿上写的完整地址，从路名或者小区写到楼号。"


def judge(index: ZoneIndex, located: Sequence[Located]) -> SchoolMatch:
    """Judge an address that lies at one or more places of the zones."""
    left_out = frozenset[str]().union(*(each.left_out for each in located))
    sure = _schools(located, Truth.TRUE) - left_out
    doubts = _doubts(located, sure, left_out)
    if len(sure) == 1 and not doubts:
        (school,) = sure
        return SchoolMatch(school, f"{_reason(school, located)}在这所学校的学区里", ())
    if sure:
        return _conflict(index, located, sure | doubts)
    if maybe := _schools(located, Truth.UNKNOWN) - left_out:
        return _ask_number(index, located, maybe)
    reason = f"{_names(located)}的这个门牌号或楼号不在任何学区里，需要工作人员核对。"
    question = f"请您再看一看门牌号或楼号对不对。{_WHOLE_ADDRESS}"
    mentions = [each.mention for each in located]
    return SchoolMatch(None, reason, _in_order(index, taking(mentions)), question)


def judge_unplaced(index: ZoneIndex, near: Sequence[Mention]) -> SchoolMatch:
    """Judge an address that lies at no place of the zones; `near` are places it may only be near to."""
    if near:
        names = "和".join(dict.fromkeys(mention.place.name for mention in near))
        reason = f"地址里提到了{names}，但是看不准您家是不是就在那里。"
        return SchoolMatch(None, reason, _in_order(index, taking(near)), _WHOLE_ADDRESS)
    example = f"，例如“{index.example_road}101号”" if index.example_road else ""
    reason = "从地址里没有找到招生范围里的小区或道路，需要工作人员核对。"
    return SchoolMatch(None, reason, index.schools, f"请告诉我小区的名字，或者路名和门牌号{example}。")


def _doubts(located: Sequence[Located], sure: AbstractSet[str], left_out: AbstractSet[str]) -> frozenset[str]:
    """The schools of a community whose building is not said, when none of them is a sure one.

    A road without a number says too little to doubt anything.
    """
    doubts: frozenset[str] = frozenset()
    for each in located:
        maybe = each.schools(Truth.UNKNOWN) - left_out
        if each.is_community and not each.schools(Truth.TRUE) and not maybe & sure:
            doubts |= maybe
    return doubts


def _ask_number(index: ZoneIndex, located: Sequence[Located], maybe: AbstractSet[str]) -> SchoolMatch:
    # A community's building decides before a road's number: people know it by heart.
    asked = sorted(
        (each for each in located if each.schools(Truth.UNKNOWN)), key=lambda each: not each.is_community
    )
    name = asked[0].mention.place.name
    if asked[0].is_community:
        reason = f"{name}分楼号划片，要看是几号楼。"
        question = f"请告诉我您家是{name}几号楼，例如“{name}5号楼”。"
    else:
        reason = f"{_names(asked)}按门牌号划片，要看门牌号。"
        question = f"请告诉我{name}的门牌号是多少，例如“{name}101号”。"
    return SchoolMatch(None, reason, _in_order(index, maybe), question)


def _conflict(index: ZoneIndex, located: Sequence[Located], schools: AbstractSet[str]) -> SchoolMatch:
    reason = f"{_names(located)}对应的学校不一样，看不准是哪一所。"
    return SchoolMatch(None, reason, _in_order(index, schools), _WHOLE_ADDRESS)


def _reason(school: str, located: Sequence[Located]) -> str:
    """Name the part of the zone that takes the address in; a community says more than a road."""
    standing = [each for each in located if each.standing.get(school) is Truth.TRUE]
    nearest = max(standing, key=lambda each: each.is_community)
    parts = nearest.mention.place.taken[school]
    return spoken(next(part for part in parts if contains(part, nearest.number) is Truth.TRUE))


def _schools(located: Sequence[Located], truth: Truth) -> frozenset[str]:
    return frozenset[str]().union(*(each.schools(truth) for each in located))


def _names(located: Sequence[Located]) -> str:
    return "和".join(dict.fromkeys(each.mention.place.name for each in located))


def _in_order(index: ZoneIndex, schools: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(key for key in index.schools if key in schools)
