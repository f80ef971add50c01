"""Texts in which a line asks and the lines below it answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from enrolment.services.guidance.import_articles import Entry

_ASKS = re.compile(r"^(?:问|Q)\s*\d{0,3}\s*[:：、.]\s*", re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:答|A)\s*\d{0,3}\s*[:：、.]\s*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十百]{1,4}[、.．问]|\d{1,3}\s*[、.．](?!\d)|[(（][\d一二三四五六七八九十]{1,3}[)）])\s*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, its place in the file, and whether it is set as a heading."""

    number: int
    text: str
    heading: bool = False


def entries_under_headings(lines: Iterable[Line]) -> list[Entry]:
    """Each line that asks, with what stands below it until the next; a heading without text asks nothing.

    A line asks that is a heading, or begins with 问.
    """
    entries: list[Entry] = []
    asked: Line | None = None
    answer: list[str] = []
    for line in (*lines, Line(0, "", heading=True)):
        if not (line.heading or _ASKS.match(line.text)):
            answer.append(_ANSWERS.sub("", line.text))
            continue
        told = "\n".join(filter(None, answer)).strip()
        if asked is not None and told:
            entries.append(Entry(asked.number, _question(asked.text), told))
        asked, answer = line, []
    return [entry for entry in entries if entry.question]


def _question(text: str) -> str:
    return _NUMBERED.sub("", _ASKS.sub("", text)).strip()
