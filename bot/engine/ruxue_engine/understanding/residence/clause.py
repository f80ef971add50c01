"""Reads the hukou and the home that one clause tells."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ABROAD, ELSEWHERE, HERE, Places
from ruxue_engine.understanding.residence.words import (
    ANOTHER_PLACE,
    BOTH,
    BOUGHT,
    GUEST_OF_KIN,
    GUEST_OF_OLD,
    HAS,
    HERE_NOW,
    JOINED,
    MOVED_TO,
    NO_AFTER,
    NO_BEFORE,
    OLD_OWNS,
    OTHERS_HUKOU,
    OWN,
    RENTED,
    RENTED_OF,
    SAYS_BY_ITSELF,
    SUBJECT,
    kin_in,
    old_in,
)
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.people import GRAND, KIN, PARENT

AT = "@"
_NEAR = 6


class _Segment(NamedTuple):
    subjects: frozenset[str]
    word: str
    before: str
    after: str
    follows: bool
    start: int
    end: int


def told_in_clause(clause: Clause, places: Places) -> Iterator[Found]:
    """Find `hukou` and `home` in a clause that states something."""
    owner = OLD_OWNS.search(clause.text)
    if owner:
        yield Found("home", "grandparent", clause.start + owner.start(), clause.start + owner.end())
    for who, guest in (("relative", GUEST_OF_KIN), ("grandparent", GUEST_OF_OLD)):
        for match in guest.finditer(clause.text):
            yield Found("home", who, clause.start + match.start(), clause.start + match.end())
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
    mentions = list(SUBJECT.finditer(clause.text))
    reach = 0
    place = 0
    while place < len(mentions):
        first = last = mentions[place]
        subjects = {str(first.lastgroup)}
        while (
            place + 1 < len(mentions)
            and not SAYS_BY_ITSELF.match(last.group())
            and not SAYS_BY_ITSELF.match(mentions[place + 1].group())
            and JOINED.match(clause.text[last.end() : mentions[place + 1].start()])
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
    if OTHERS_HUKOU.search(before):
        return None
    named = list(places.find(after))
    if NO_AFTER.match(after) and named:
        # "户口不在历下在芝罘": the place after the denied one is where it is.
        others = places.codes(after[named[0].end :])
        return others[0] if others and others[0] != ELSEWHERE else "elsewhere"
    moved = [place.code for place in named if MOVED_TO.search(after[: place.start])]
    another = ANOTHER_PLACE.match(after) is not None and not named
    theirs = re.search(f"(?:{GRAND}|{KIN}|{PARENT})那边", after) is not None
    denied = NO_BEFORE.search(before) or NO_AFTER.match(after)
    if denied or another or (ABROAD.search(after) and not moved and not theirs):
        return "elsewhere"
    codes = moved or [place.code for place in named] or places.codes(before[-_NEAR:])
    if codes:
        return next((code for code in codes if code != ELSEWHERE), "elsewhere")
    if BOTH.match(after) or HERE.search(after) or HERE_NOW.search(after) or HERE.search(before[-_NEAR:]):
        return "here"
    return "elsewhere" if ABROAD.search(before[-4:]) else None


def _home(segment: _Segment, places: Places) -> tuple[str | None, bool]:
    """Whose home it is, and whether that is only implied: by renting, or by a home in another place."""
    word, before, after = segment.word, segment.before, segment.after
    if re.match(r"(?:没有?|未)租", word):
        return None, False
    if RENTED.search(word) or RENTED_OF.search(before) or re.match(r"^(?:都|也)?(?:是)?租", after):
        return "none", True
    if (
        word.startswith(("没", "未", "无"))
        or (NO_BEFORE.search(before) and not before.endswith("不是"))
        or re.match(r"^(?:都|也|还)?(?:没有?(?=$|[,的了])|没有|没买)", after)
    ):
        return "none", False
    codes = places.codes(after)
    near = before[-_NEAR:] if not segment.follows or re.search(r"[的有买]了?套?$", before) else ""
    served = [code for code in codes or places.codes(near) if code != ELSEWHERE]
    abroad = ABROAD.search(after[:_NEAR]) or (not segment.follows and ABROAD.search(before[-_NEAR:]))
    if re.match(r"^(?:都|也|还)?不在", after) or abroad or (codes and not served):
        return "none", True
    owner = _owner(segment)
    if owner is None and (codes or HERE.search(after)):
        owner = "guardian"
    return (f"{owner}{AT}{served[0]}" if owner and served else owner), False


def _owner(segment: _Segment) -> str | None:
    word, before, after = segment.word, segment.before, segment.after
    if kin_in(before, after):
        return "relative"
    if re.search(r"^(?:是|写的?)?我(?:们|俩)?(?:和|跟|与)|^(?:写的?|是)?(?:我|孩子)(?:的)?名", after):
        return "guardian"
    if old_in(before, after):
        return "grandparent"
    if OWN.search(before[-_NEAR:]) or OWN.search(after):
        return "guardian"
    owned = BOTH.match(after) is not None or word.startswith(("有", "买")) or HAS.search(before)
    return "guardian" if owned or BOUGHT.match(after) else None
