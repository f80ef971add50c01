"""Compare two plans, topic by topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from enrolment.model.comparing import evidence_entries, places_entries, plan_entries, rules_entries
from enrolment.model.comparing.changes import Change, Entry, Topic, compared
from enrolment.model.comparing.zones import zone_changes
from enrolment.model.plan import Plan

_ENTRIES: Final[Mapping[Topic, Callable[[Plan], Mapping[str, Entry]]]] = {
    Topic.CATEGORIES: rules_entries.categories,
    Topic.FIGURES: rules_entries.thresholds,
    Topic.TERMS: rules_entries.definitions,
    Topic.DAYS: plan_entries.days,
    Topic.POINTS: rules_entries.points,
    Topic.SCHOOLS: places_entries.schools,
    Topic.FACTS: evidence_entries.facts,
    Topic.PAPERS: evidence_entries.documents,
    Topic.DATA: evidence_entries.data_items,
    Topic.SEATS: places_entries.seats,
    Topic.OFFICES: places_entries.offices,
    Topic.ARTICLES: plan_entries.articles,
    Topic.CLAUSES: plan_entries.clauses,
    Topic.PLAN: plan_entries.head,
}


def compare(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Tell what is not as it was, in the order of the topics; nothing where no family would notice."""
    return tuple(change for topic in Topic for change in _changes(topic, old, new))


def _changes(topic: Topic, old: Plan, new: Plan) -> Iterator[Change]:
    if topic is Topic.ZONES:
        return zone_changes(old, new)
    return compared(topic, _ENTRIES[topic](old), _ENTRIES[topic](new))
