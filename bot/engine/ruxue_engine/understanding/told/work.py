"""Finds whether the guardians work here: employed, with a business of their own, or not at all."""

import re
from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE, Places
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import asked
from ruxue_engine.understanding.told.implied import OF_PARENTS, spoken_by_elder
from ruxue_engine.understanding.told.people import whose
from ruxue_engine.understanding.told.work_words import (
    BUSINESS,
    CLOSED,
    DOES_SOMEWHERE,
    EMPLOYED,
    HIRED_TO_SELL,
    NONE,
    PAST,
)

_ELSEWHERE = re.compile(
    r"(?:在外|外地|外省|外市|老家|国外|外面|香港|澳门|台湾|南方|日本|韩国|美国|别的城市)(?:[^户在]{0,4})$"
)
_NEAR = 2
_DENIED = re.compile(r"(?:不|没|没有|不在|没在|未)[^,]{0,4}$")
_OF_SCHOOL = re.compile(r"老师|您|你们?|学校(?!门口|食堂)")
_I = re.compile(r"[我俺咱]|老[两头婆伴]")
_OURS = re.compile(r"我|俺|咱|爸|妈|公|两口|夫妻|媳妇|对象|爱人")
_KINDS = (("business", BUSINESS), ("none", NONE), ("employed", EMPLOYED))


def works(stated: Sequence[Clause], places: Places) -> Iterator[Found]:
    """Find `work`; a business of one's own says more than an employment."""
    told: dict[str, Found] = {}
    stated = list(stated)
    elder = spoken_by_elder(",".join(clause.text for clause in stated))
    of_parents = not elder
    for clause in stated:
        # "我在乡下行医" of a grandfather is nobody's work; "俺儿在历下，在厂里上班" goes on about the son.
        of_parents = (
            not elder
            or OF_PARENTS.search(clause.text) is not None
            or (of_parents and _I.search(clause.text) is None)
        )
        if not of_parents:
            continue
        if _OF_SCHOOL.search(clause.text) and not _OURS.search(clause.text):
            continue
        if CLOSED.search(clause.text):
            told.pop("business", None)
        found = _in_clause(clause, places)
        if found:
            told.setdefault(found.value, found)
    for value in ("business", "employed", "none"):
        if value in told:
            yield told[value]
            return


def _in_clause(clause: Clause, places: Places) -> Found | None:
    text = clause.text
    hired = HIRED_TO_SELL.search(text)
    for value, pattern in _KINDS:
        match = hired if hired and value == "employed" else pattern.search(text)
        if match is None and value == "employed":
            match = DOES_SOMEWHERE.search(text)
        if value == "business" and match and match.group().startswith("卖") and EMPLOYED.search(text):
            continue
        if match is None or (value == "business" and (hired or CLOSED.search(text))):
            continue
        before = text[: match.start()]
        if whose(text[: match.start() + 1]) == "others":
            continue
        if value != "none" and (_DENIED.search(before) or _is_elsewhere(before, match.group(), places)):
            continue
        if value == "employed" and (asked(text) or PAST.search(before)):
            continue
        return Found("work", value, clause.start + match.start(), clause.start + match.end())
    return None


def _is_elsewhere(before: str, work: str, places: Places) -> bool:
    """Whether the words before a work name a place where no county is served."""
    if _ELSEWHERE.search(before) or re.match(r"[在去](?:老家|外地|国外|外省)", work):
        return True
    named = list(places.find(before))
    return bool(named) and named[-1].code == ELSEWHERE and len(before) - named[-1].end <= _NEAR
