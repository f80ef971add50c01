"""Finds `hukou` and `home` in a message: what its clauses tell one after the other."""

from collections.abc import Iterable, Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import ELSEWHERE, Places
from ruxue_engine.understanding.residence.clause import told_in_clause
from ruxue_engine.understanding.residence.words import (
    AGREE,
    BOUGHT_ALONE,
    DENIED_PLACE,
    FROM_ELSEWHERE,
    GOES_ON,
    MOVES,
    NO_AFTER,
    NONE_HERE,
    OWNER_ALONE,
    PAIRS,
    RULE_OF_RENT,
    SUBJECT,
    TAKEN_BACK,
    THEIR_PLACE,
    TOGETHER,
    TRANSFERRED,
)
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import supposed
from ruxue_engine.understanding.told.passages import pieces

AT = "@"
# What a later clause may speak of without saying it again.
_NAMED = {"home": "房子", "hukou": "户口"}
_THEIR_OWN = ("grandparent", "relative")


def residence(text: str, places: Places) -> list[Found]:
    """Find `hukou` and `home`; suppositions state nothing.

    The hukou is here, elsewhere, or in a county by its code; the home is a guardian's, a grandparent's, a
    relative's or none, with the code of its county where one was named: guardian@370102.
    """
    found: dict[str, Found] = {}
    before = subject = ""
    taken_back = False
    named: set[str] = set()
    for clause in pieces(text):
        if clause.supposed or supposed(clause.text) or RULE_OF_RENT.search(clause.text):
            continue
        if TAKEN_BACK.match(clause.text):
            taken_back = True
            continue
        mentioned = [str(each.lastgroup) for each in SUBJECT.finditer(clause.text)]
        named |= set(mentioned)
        again = not mentioned and subject and _speaks_of(subject, clause.text, places, taken_back=taken_back)
        if again:
            said = Clause(f"{_NAMED[subject]}{clause.text}", clause.start)
            for each in told_in_clause(said, places):
                _take(found, _within(each, clause), anew=True)
        for each in (*_pairs(clause), *told_in_clause(clause, places)):
            _take(found, each, anew=TRANSFERRED.search(clause.text) is not None)
        if goes_on(clause.text, before, places) and "hukou" in found:
            code = places.codes(clause.text)[0]
            hukou = "elsewhere" if code == ELSEWHERE else code
            found["hukou"] = found["hukou"]._replace(value=hukou)
        _place_all(found, clause.text, places, alone=not mentioned, hukou_named="hukou" in named)
        if TRANSFERRED.search(clause.text) and "home" in found:
            found["home"] = found["home"]._replace(value="guardian")
        elsewhere = FROM_ELSEWHERE.search(clause.text)
        if elsewhere and "hukou" not in found and not mentioned:
            found["hukou"] = Found("hukou", "elsewhere", clause.start, clause.start + len(clause.text))
        subject = mentioned[-1] if mentioned else subject
        taken_back = False
        before = clause.text
    return list(found.values())


def goes_on(clause: str, before: str, places: Places) -> bool:
    """Whether a clause only says where else the hukou is that the clause before it denied somewhere."""
    denied = any(
        subject["hukou"] and NO_AFTER.match(before[subject.end() :]) for subject in SUBJECT.finditer(before)
    )
    named = [place for place in places.find(clause) if not DENIED_PLACE.search(clause[: place.start])]
    return denied and bool(named) and GOES_ON.match(clause) is not None and not SUBJECT.search(clause)


def corrected_residence(text: str, corrected: Iterable[Found], places: Places) -> list[Found]:
    """Find the new value that a later clause gives without naming it again ("房子写错了，是爷爷的")."""
    for named in corrected:
        subject = _NAMED.get(named.value)
        later = [clause.text for clause in pieces(text) if clause.start > named.end]
        again = [f"{subject}{clause}" for clause in later] if subject else []
        found = [each for clause in again for each in residence(clause, places)]
        if found:
            return [found[-1]._replace(start=named.start, end=len(text))]
    return []


def _speaks_of(subject: str, clause: str, places: Places, *, taken_back: bool) -> bool:
    """Whether a clause without a subject goes on with the one before it, and puts something in its place."""
    if taken_back:
        return True
    if subject == "hukou":
        return MOVES.match(clause) is not None and bool(places.codes(clause))
    return any(words.match(clause) for words in (OWNER_ALONE, NONE_HERE, BOUGHT_ALONE))


def _within(found: Found, clause: Clause) -> Found:
    return found._replace(start=clause.start, end=clause.start + len(clause.text))


def _take(found: dict[str, Found], new: Found, *, anew: bool) -> None:
    """Take a value that counts more: a home meant for the child goes before what the guardians lack."""
    old = found.get(new.entity)
    owner, _, place = new.value.partition(AT)
    kept = old.value.partition(AT)[2] if old else ""
    if anew and kept and owner != "none" and not place:
        found[new.entity] = new._replace(value=f"{owner}{AT}{kept}")
    elif old is None or anew or (old.implied and not new.implied):
        found[new.entity] = new
    elif new.entity == "home" and owner in _THEIR_OWN:
        found["home"] = new._replace(value=f"{owner}{AT}{place or kept}" if place or kept else owner)
    elif old.value == "none" and owner == "guardian" and not new.implied and new.entity == "home":
        found["home"] = new


def _place_all(
    found: dict[str, Found], clause: str, places: Places, *, alone: bool, hukou_named: bool
) -> None:
    """Put what was told before into the county that a clause names for all of it ("…，都在历下")."""
    told = found.get("hukou")
    for place in places.find(clause):
        before = clause[: place.start]
        together = TOGETHER.search(before) is not None
        if THEIR_PLACE.match(before) and place.code != ELSEWHERE and "hukou" not in found and hukou_named:
            found["hukou"] = Found("hukou", place.code, 0, 0)
        if place.code == ELSEWHERE or not (together or (alone and before in {"在", "也在", "就在"})):
            continue
        if together and hukou_named and (told is None or told.value == "here"):
            found["hukou"] = (
                Found("hukou", place.code, 0, 0) if told is None else told._replace(value=place.code)
            )
        home = found.get("home")
        if home and AT not in home.value and home.value != "none":
            found["home"] = home._replace(value=f"{home.value}{AT}{place.code}")


def _pairs(clause: Clause) -> Iterator[Found]:
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
