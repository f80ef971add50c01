"""Cuts a clause at the words for a hukou, a home and the paper of a home."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ruxue_engine.understanding.residence.words import JOINED, SAYS_BY_ITSELF, SUBJECT
from ruxue_engine.understanding.text import Clause

_OPENS_NEXT = re.compile(r"(?:[也但又可]?(?:没有?|无)|[也但又可]?有)$")
_SHORT = 3


class Segment(NamedTuple):
    """One mention, or several joined ones ("户口和房子都在…"), and what is said around it."""

    subjects: frozenset[str]
    word: str
    before: str
    after: str
    follows: bool
    start: int
    end: int

    @property
    def of_paper(self) -> bool:
        """Whether only the paper of a home is named."""
        return self.subjects == {"paper"}


def segments(clause: Clause) -> Iterator[Segment]:
    """Cut a clause at its subjects; joined ones share what is said of them."""
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
        before = clause.text[reach : first.start()]
        opening = _OPENS_NEXT.search(clause.text, last.end(), until) if place < len(mentions) else None
        # "本地户口没有房": what denies the next one says nothing of this one, unless nothing else does.
        if opening and (opening.start() > last.end() or len(before) > _SHORT):
            until = opening.start()
        yield Segment(
            frozenset(subjects),
            first.group(),
            before,
            clause.text[last.end() : until],
            reach > 0,
            first.start(),
            last.end(),
        )
        reach = last.end()
