"""One small change to a condition: another comparison, or a figure one off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from enrolment.model.rules import MONTHS, ONE_OF, Condition, Leaf, PointsCondition, Rule

_STRICTER_OR_LOOSER = {
    "at_least": "more_than",
    "more_than": "at_least",
    "at_most": "less_than",
    "less_than": "at_most",
    "on_or_after": "after",
    "after": "on_or_after",
    "on_or_before": "before",
    "before": "on_or_before",
}
_OPPOSITE = {
    "is": "is_not",
    "is_not": "is",
    "at_least": "less_than",
    "less_than": "at_least",
    "at_most": "more_than",
    "more_than": "at_most",
    "on_or_after": "before",
    "before": "on_or_after",
    "on_or_before": "after",
    "after": "on_or_before",
    "months_at_least": "months_less_than",
    "months_less_than": "months_at_least",
}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """A rule with one thing changed; `flip` where what changed is a comparison."""

    place: str
    words: str
    rule: Rule
    flip: bool = False


def changes_of_leaf(leaf: Leaf, place: str) -> Iterator[Change]:
    """Every change to one condition: its comparison first, then its figures."""
    for words, changed in _flips(leaf):
        yield Change(place, f"{leaf.op} {_shown(leaf)} -> {words}", changed, flip=True)
    for words, changed in _figures(leaf):
        yield Change(place, f"{leaf.op} {_shown(leaf)} -> {words}", changed)


def _flips(leaf: Leaf) -> Iterator[tuple[str, Leaf]]:
    """The comparison turned round, and with its edge left out or taken in."""
    if leaf.op in _OPPOSITE:
        op = _OPPOSITE[leaf.op]
        yield f"{op} {_shown(leaf)}", replace(leaf, op=op)
    if leaf.op in _STRICTER_OR_LOOSER:
        op = _STRICTER_OR_LOOSER[leaf.op]
        yield f"{op} {_shown(leaf)}", replace(leaf, op=op)
    if leaf.op in MONTHS and isinstance(leaf.value, int):
        # Months are whole: more than 6 of them is at least 7.
        yield f"{leaf.op} {leaf.value + 1}", replace(leaf, value=leaf.value + 1)


def _figures(leaf: Leaf) -> Iterator[tuple[str, Leaf]]:
    value = leaf.value
    match value:
        case bool() | str():
            return
        case tuple() if isinstance(leaf, Condition):
            for left_out in value if len(value) > 1 else ():
                kept = tuple(each for each in value if each != left_out)
                yield f"{ONE_OF} without {left_out}", replace(leaf, value=kept)
        case date() if isinstance(leaf, Condition):
            yield f"{leaf.op} {value - _A_DAY}", replace(leaf, value=value - _A_DAY)
            yield f"{leaf.op} {value + _A_DAY}", replace(leaf, value=value + _A_DAY)
        case int():
            yield f"{leaf.op} {value - 1}", _with_figure(leaf, value - 1)
            if leaf.op not in MONTHS:  # one month more is a flip
                yield f"{leaf.op} {value + 1}", _with_figure(leaf, value + 1)
    if isinstance(leaf, Condition) and leaf.by is not None:
        for by in (leaf.by - _A_DAY, leaf.by + _A_DAY):
            yield f"by {by}", replace(leaf, by=by)


def _with_figure(leaf: Leaf, value: int) -> Leaf:
    return replace(leaf, value=value)


def _shown(leaf: Leaf) -> str:
    shown = "、".join(str(each) for each in leaf.value) if isinstance(leaf.value, tuple) else str(leaf.value)
    subject = leaf.table.key if isinstance(leaf, PointsCondition) else leaf.fact
    return f"{shown} ({subject})"
