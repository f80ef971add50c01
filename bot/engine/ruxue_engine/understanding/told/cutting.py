"""Cuts one clause at the things it names, so that the words between go to the thing they are said of."""

import re
from collections.abc import Iterator

from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.passage import Passage
from ruxue_engine.understanding.told.subject_words import SUBJECT

# Words that belong to what comes after them.
_OPENS = re.compile(
    r"(?:(?:还?没有?|不)(?:给|让|能)?(?:我们?|俺)?(?:办|交|缴|买|租|去|给|上|参)?|未(?:办|交)?|"
    r"也?没(?:有|办|交)?|就?(?:有|剩)?一[个张]|只有|光有|有|交了?|缴了?|办了?|买了?|我们?|孩子的?|娃的?|和|"
    r"跟|还有|但|但是|而且|然后|"
    r"现在|又|在)+$"
)
_WHEN_RENTED = re.compile(
    r"(?:是|也是|从|打)?(?:去年|前年|今年|\d{2,4}年)[^,办拿买交过]{0,8}?(?:开始|才|刚|就)?"
)
_SAYS = frozenset({"有", "没有", "没", "没办", "没交"})
_SAYS_TOO = re.compile(r"(?:我们?|俺们?)?(?:也|都|还|倒)?(?:是)?(?:有|没)")
_NOTHING_LEFT = re.compile(r"(?:我们?|俩|夫妻|他爸|老公|媳妇|都|也|倒|是){1,4}")


def cut(clause: Clause) -> Iterator[Passage]:
    """The passages of one clause; words that open what comes after them go with it."""
    anchors = list(SUBJECT.finditer(clause.text))
    begin = 0
    for place, anchor in enumerate(anchors):
        last = place + 1 == len(anchors)
        if not last and anchors[place + 1].lastgroup == anchor.lastgroup:
            continue
        until = len(clause.text) if last else anchors[place + 1].start()
        between = clause.text[anchor.end() : until]
        if not last:
            opening = _OPENS.search(between)
            opening = None if opening and _NOTHING_LEFT.fullmatch(between[: opening.start()]) else opening
            if between in _SAYS and _SAYS_TOO.match(clause.text, anchors[place + 1].end()):
                # "居住证有社保也有": each has its own word.
                opening = None
            until -= len(opening.group()) if opening else 0
            # "去年五月办的执照今年才交社保": what was told before the first word needs nothing after it.
            told_before = clause.text[begin : anchor.start()].endswith("的") and not opening
            # "房子是去年暑假租的": a day alone belongs to the renting that follows.
            if told_before or (anchors[place + 1].lastgroup == "lease" and _WHEN_RENTED.fullmatch(between)):
                until = anchor.end()
        yield Passage(
            str(anchor.lastgroup),
            clause.text[begin : anchor.start()],
            anchor.group(),
            clause.text[anchor.end() : until],
            clause.text,
            clause.start + begin,
        )
        begin = until
