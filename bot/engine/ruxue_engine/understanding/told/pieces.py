"""Cuts a message into the pieces that are said one after the other, with or without punctuation."""

import re
from collections.abc import Iterator

from ruxue_engine.understanding.text import Clause, clauses

_JOINTS = re.compile(
    r"然后|但是|不过|而且|另外|还有就是|就是说|可是|只是|结果|(?<!是)后来|之后|所以|因为|"
    r"(?<!到)现在(?=[^,]{0,3}(?:租|住|没))"
)


def pieces(text: str) -> Iterator[Clause]:
    """The clauses of a message, cut also at the words that join them in speech."""
    for clause in clauses(text):
        start = 0
        for joint in _JOINTS.finditer(clause.text):
            if joint.start() > start:
                yield Clause(clause.text[start : joint.start()], clause.start + start)
            start = joint.start() if joint.group() == "现在" else joint.end()
        if start < len(clause.text):
            yield Clause(clause.text[start:], clause.start + start)
