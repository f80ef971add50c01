"""Finds since when the child's hukou is where it is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.told.doubt import supposed
from ruxue_engine.understanding.told.passages import Passage, of_subject
from ruxue_engine.understanding.told.since import since

_NEAR = 8
_MOVED = re.compile(r"迁|落|转|上(?:的|了)?户|入|随|办|挪|进|出生")


def hukous(found: Sequence[Passage], today: date) -> Iterator[Found]:
    """Find `hukou_since`."""
    for passage in of_subject(found, "hukou"):
        if supposed(passage.clause):
            continue
        if _MOVED.search(passage.text):
            for each in since("hukou_since", passage, today):
                moved = _MOVED.search(passage.text, max(0, each.start - passage.start - _NEAR))
                if moved and moved.start() - (each.end - passage.start) <= _NEAR:
                    yield each
