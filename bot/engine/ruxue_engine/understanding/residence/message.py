"""Finds `hukou`, `hukou_with` and `home` in a message: what its clauses tell one after the other."""

import re
from collections.abc import Iterable, Iterator

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.places import Places
from ruxue_engine.understanding.residence.clause_by_clause import NAMED, Reading
from ruxue_engine.understanding.residence.hukou import only_lacks
from ruxue_engine.understanding.residence.words import RULE_OF_RENT
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.doubt import supposed, supposed_on
from ruxue_engine.understanding.told.people import resolved, signed
from ruxue_engine.understanding.told.pieces import pieces

# "我同事她儿子户口在江苏，房子是公婆的": it goes on about them until one of us is named.
_OF_ANOTHER_FAMILY = re.compile(r"^(?:P的?)?[OK](?:们)?家?(?:的|[他她])?C")
# "户口在历下，不对我说错了是长清"
_TAKES_BACK = re.compile(
    r"[哦噢啊呃唉]?(?:不对|(?:不对)?[我俺]?[说记写填弄]错了)(?=是|在|应该|[我俺](?:是|的))"
)
_SUPPOSES = re.compile(r"假如|如果|假设|比如|要是")
# "假如户口挂我姐家，房子写我爸，学校先认谁的": the supposition goes on.
_SUPPOSED_THING = re.compile(r"(?:房子?|户口?|房本|房产证)(?!现在)")


def _said_in(text: str) -> Iterator[Clause]:
    """The pieces of a text; words that take back are cut from what they put in its place."""
    for clause in pieces(text):
        taken_back = _TAKES_BACK.match(clause.text)
        if taken_back is None:
            yield clause
            continue
        yield Clause(taken_back[0], clause.start)
        yield Clause(clause.text[taken_back.end() :], clause.start + taken_back.end())


def residence(text: str, places: Places) -> list[Found]:
    """Find `hukou`, `hukou_with` and `home`; suppositions state nothing.

    The hukou is here, elsewhere, or in a county by its code; the home is a guardian's, a grandparent's, a
    relative's or none, with the code of its county where one was named: guardian@370102.
    """
    reading = Reading(places)
    doubtful = another = False
    text = resolved(text)
    for clause in _said_in(text):
        said = signed(clause.text)
        another = bool(_OF_ANOTHER_FAMILY.match(said) or (another and not re.search("[PC]", said)))
        told_of = _SUPPOSED_THING.match(clause.text) if doubtful else None
        doubtful = _SUPPOSES.search(clause.text) is not None
        if told_of or another:
            doubtful = bool(told_of)
        elif not (
            clause.supposed
            or supposed(clause.text)
            or supposed_on(clause.text, text[: clause.start])
            or RULE_OF_RENT.search(clause.text)
        ):
            reading.read(clause)
    # "没房，没户口": said beside a home, it is none of this place.
    return [
        each._replace(value="elsewhere")
        if each[:2] == ("hukou", "none") and "房" in text and only_lacks(text[each.start : each.end])
        else each
        for each in reading.taken.told()
    ]


def corrected_residence(text: str, corrected: Iterable[Found], places: Places) -> list[Found]:
    """Find the new value that a later clause gives without naming it again ("房子写错了，是爷爷的")."""
    for named in corrected:
        subject = NAMED.get(named.value)
        later = [clause.text for clause in pieces(text) if clause.start > named.end]
        again = [f"{subject}{clause}" for clause in later] if subject else []
        found = [each for clause in again for each in residence(clause, places) if each.entity == named.value]
        if found:
            return [found[-1]._replace(start=named.start, end=len(text))]
    return []
