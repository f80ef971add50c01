"""Review a plan: every check in turn, the ground first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from enrolment.model.plan import Plan
from enrolment.model.reviewing.checks import (
    articles,
    categories,
    days,
    evidence,
    figures_of_rules,
    forbidden,
    literals,
    offices,
    seats,
    unfilled,
    zones,
)
from enrolment.model.reviewing.findings import Code, Finding, Severity

Check = Callable[[Plan], Iterator[Finding]]

GROUND: Final[tuple[Check, ...]] = (
    days.days_in_reach,
    figures_of_rules.points_can_be_counted,
)
"""What the other checks stand on: they wait until these find nothing."""

CHECKS: Final[tuple[Check, ...]] = (
    days.published_in_time,
    days.done_before_term,
    days.windows_in_calendar,
    days.in_force,
    offices.reviewers_have_phones,
    offices.levels_can_be_asked,
    offices.filing_has_two_roads,
    zones.zones_fit,
    zones.zones_exist,
    categories.categories_have_stages,
    categories.categories_decide,
    evidence.facts_can_be_shown,
    evidence.evidence_is_needed,
    figures_of_rules.points_are_used,
    figures_of_rules.thresholds_are_used,
    figures_of_rules.figures_are_named,
    seats.seat_locks_agree,
    articles.articles_cite,
    articles.articles_have_topics,
    articles.categories_are_explained,
    articles.placeholders_are_filled,
    articles.placeholders_are_free,
    literals.texts_hold_no_figures,
    literals.shown_figures_are_held,
    forbidden.demands_are_lawful,
    unfilled.places_are_filled_in,
)

_INHERITED: Final = frozenset(
    {
        Code.FACT_UNUSED,
        Code.DATA_ITEM_UNUSED,
        Code.DOCUMENT_UNUSED,
        Code.POINTS_UNUSED,
        Code.THRESHOLD_UNUSED,
    }
)
"""A county need not use all that its province offers."""


def _everything(_: str) -> bool:
    return True


def review(plan: Plan, own: Callable[[str], bool] = _everything) -> list[Finding]:
    """Find what is wrong with a plan, errors first.

    `own` says whether the authority's own file wrote a place: what it inherits it may leave unused.
    """
    found = [finding for check in GROUND for finding in check(plan)]
    if not found:
        found = [finding for check in CHECKS for finding in check(plan)]
    mine = [each for each in found if each.code not in _INHERITED or own(each.place)]
    return sorted(mine, key=lambda each: each.severity is Severity.WARNING)
