"""One truth: texts take their figures from the rules, so that an answer cannot contradict a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from enrolment.model.placeholders import values
from enrolment.model.plan import Plan
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.places import points_items
from enrolment.model.reviewing.wordings.figures import Figure, figures
from enrolment.model.reviewing.wordings.texts import clauses, shown, told
from enrolment.model.rules import PointsOnce

_HELD_BY_ONE: Final = 2
"""Placeholders longer than this many figures are lists, and no remedy for one figure."""


def texts_hold_no_figures(plan: Plan) -> Iterator[Finding]:
    """Articles, their variants and the notes of categories write placeholders, never figures."""
    names = tuple(plan.clauses)
    held = _held(plan)
    for text in told(plan):
        for figure in figures(text.words, names):
            yield Finding(
                Code.LITERAL_FIGURE,
                text.place,
                f"{figure.written!r} is written out, and would stay when the rule changes",
                _remedy(figure, held),
            )


def shown_figures_are_held(plan: Plan) -> Iterator[Finding]:
    """A figure in a clause or a title is one that the rules hold."""
    held = [figure for each in _held(plan).values() for figure in each]
    held += figures("；".join(_figures_of_points(plan)))
    names = tuple(plan.clauses)
    for text in (*clauses(plan), *shown(plan)):
        for figure in figures(text.words, names):
            if not any(figure.same_as(other) for other in held):
                yield Finding(
                    Code.FIGURE_UNHELD,
                    text.place,
                    f"says {figure.written!r}, which no rule, day or figure of the plan says",
                    "make the text and the rules agree, or write the figure under thresholds",
                )


def _held(plan: Plan) -> Mapping[str, tuple[Figure, ...]]:
    return {name: tuple(figures(value)) for name, value in values(plan).items()}


def _remedy(figure: Figure, held: Mapping[str, tuple[Figure, ...]]) -> str:
    short = {name: each for name, each in held.items() if 0 < len(each) <= _HELD_BY_ONE}
    fitting = [name for name, each in short.items() if any(figure.same_as(other) for other in each)]
    if fitting:
        return "write " + " or ".join(f"{{{name}}}" for name in fitting[:3])
    return "write the figure under thresholds and its {name} here, or say it without the figure"


def _figures_of_points(plan: Plan) -> Iterator[str]:
    for _, item in points_items(plan):
        yield f"{item.points}分"
        if not isinstance(item, PointsOnce):
            yield f"{item.each}个月；{item.up_to}分"
