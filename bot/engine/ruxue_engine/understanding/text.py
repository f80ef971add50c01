"""Makes a message easy to read for the rules, without moving a character."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE[0x3000] = ord(" ")
_DIALECT = re.compile(r"[么木冇]有|[冇沒]")
_BREAK = re.compile(r"(?:[,。;!?\n]|、(?!房|户))+|\s+(?=\D)|(?<=\D)\s+")
_SUPPOSED = re.compile(
    r"如果|要是|假如|假设|万一|若是|倘若|打算|准备(买|迁|落|租)|想(买|迁|落户|租)|是不是非得|能不能把|"
    r"(?:怎么|怎样|咋|如何)(?:才|做|样|弄|整)|才能|来得及|是不是就|赶趟|能算|行不行$|有用[吗么]?$|会怎样?$"
)


class Clause(NamedTuple):
    """A piece of a message between two breaks, and where it starts."""

    text: str
    start: int

    @property
    def supposed(self) -> bool:
        """Whether it speaks of what might be, so that it states no fact."""
        return _SUPPOSED.search(self.text) is not None


def narrowed(text: str) -> str:
    """Return full-width signs as half-width ones and a few words as they are written, sign by sign."""
    return _DIALECT.sub(lambda said: "没有"[: len(said[0])], text.translate(_WIDE))


def clauses(text: str) -> Iterator[Clause]:
    """Split a narrowed message at its punctuation; a space between two digits does not split."""
    start = 0
    for gap in _BREAK.finditer(text):
        if gap.start() > start:
            yield Clause(text[start : gap.start()], start)
        start = gap.end()
    if start < len(text):
        yield Clause(text[start:], start)
