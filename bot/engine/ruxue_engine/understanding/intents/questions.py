"""Tells the questions of a message apart: where each stands, and what it is about."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ruxue_engine.understanding.intents.topics import Ranked

_BREAK = re.compile(
    r"[,，。.!！?？;；、…\n]+|\s{1,}|(?=还有(?:就是|一个|个)|另外|再(?:问|就是|请问)|顺便|对了|还想问|第[二三](?:个问题|,|，|、))"
)
_ASKS = re.compile(
    r"\?|[吗么呢嘛吧]\W*$|怎么|怎样|咋|啥|什么|多少|多久|多大|哪|(?<![十好])几[个号点时月天年岁]|谁|[不没]\W*$|([能行要可是会用算])不\1|有没有|能否|是否"
)
_LISTED = 3
# A part is a question of its own when it is clear by itself and the whole message is about it too; beside a
# long case, which hides it from the whole, only when it is beyond doubt.
CLEAR, _BEYOND_DOUBT = 0.5, 0.9
_AMONG = 4
_NO_QUESTION = frozenset({"out_of_scope", "other_in_scope"})


class Asked(NamedTuple):
    """A question: its place in the message, and the topics it may be about, the likeliest first."""

    start: int
    end: int
    topics: Sequence[Ranked]


def asked_in(text: str, topics: Sequence[Ranked], about: Callable[[str], Sequence[Ranked]]) -> list[Asked]:
    """Find the questions of a message that is about `topics` as a whole; `about` understands a part of it.

    What is told before a question belongs to it, and what is told after the last one to the last. A message
    without two clear questions on different topics is one.
    """
    parts = list(_parts(text))
    if len(parts) > 1:
        likely = {each.name for each in topics[:_AMONG]} - _NO_QUESTION
        told = [Asked(start, end, about(text[start:end])[:_LISTED]) for start, end in parts]
        clear = [each for each in told if _is_clear(each, likely)]
        if len({each.topics[0].name for each in clear}) > 1:
            return list(_joined(text, clear))
    return [Asked(0, len(text), topics[:_LISTED])]


def deciding(text: str, about: Callable[[str], Sequence[Ranked]]) -> str | None:
    """The one question behind a case that hides it: the asking clause whose topic is beyond doubt.

    None where a message is one clause, or where clauses ask of several topics.
    """
    asking = [clause for clause in _clauses(text) if clause != text and _ASKS.search(clause)]
    sure = {
        likely[0].name: clause
        for clause in asking
        if (likely := about(clause))
        and likely[0].confidence >= _BEYOND_DOUBT
        and likely[0].name not in _NO_QUESTION
    }
    return next(iter(sure.values())) if len(sure) == 1 else None


def _clauses(text: str) -> Iterator[str]:
    before = 0
    for gap in [*((gap.start(), gap.end()) for gap in _BREAK.finditer(text)), (len(text), len(text))]:
        yield text[before : gap[0]] + ("?" if "?" in text[gap[0] : gap[1]].replace("？", "?") else "")
        before = gap[1]


def _is_clear(part: Asked, likely: set[str]) -> bool:
    if not part.topics or part.topics[0].name in _NO_QUESTION:
        return False
    likeliest = part.topics[0]
    return likeliest.confidence >= (CLEAR if likeliest.name in likely else _BEYOND_DOUBT)


def _joined(text: str, clear: Sequence[Asked]) -> Iterator[Asked]:
    """One span for each topic in turn, from its first sign to where the next begins."""
    firsts = [
        each
        for place, each in enumerate(clear)
        if place == 0 or each.topics[0].name != clear[place - 1].topics[0].name
    ]
    starts = [0, *(each.start for each in firsts[1:]), len(text)]
    for each, (start, end) in zip(firsts, pairwise(starts), strict=True):
        yield Asked(start, end, each.topics)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a message, each up to and with a question and the break behind it; the last to the end."""
    breaks = [*((gap.start(), gap.end()) for gap in _BREAK.finditer(text)), (len(text), len(text))]
    starts, before = [0], 0
    for end, after in breaks:
        if "?" in text[end:after].replace("？", "?") or _ASKS.search(text[before:end]):
            starts.append(after)
        before = after
    yield from pairwise([*starts[:-1], len(text)] if len(starts) > 1 else [0, len(text)])
