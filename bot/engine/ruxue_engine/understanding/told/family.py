"""Finds brothers and sisters, how the parents live together, and who has the child."""

from collections.abc import Iterator, Sequence

from ruxue_engine.understanding.found import Found
from ruxue_engine.understanding.text import Clause
from ruxue_engine.understanding.told.custody import custody
from ruxue_engine.understanding.told.parents import APART, parents
from ruxue_engine.understanding.told.siblings import siblings


def families(text: str, stated: Sequence[Clause]) -> Iterator[Found]:
    """Find `sibling`, `parents` and `custody`."""
    yield from siblings(text, stated)
    states = parents(stated)
    yield from states[:1]
    yield from custody(text, stated, apart=any(each.value in APART for each in states))
