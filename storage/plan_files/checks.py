"""Every name a plan mentions must exist in it: what cannot be looked up cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from enrolment.model.plan import AgeRule, Category, Definition, OrderBy, Plan, SeatLock, Threshold
from enrolment.model.rules import PointsTable, Rule, leaves
from storage.plan_files.errors import Mistake

Cited = AgeRule | Category | Definition | PointsTable | SeatLock | Threshold
_Mention = tuple[str, Iterable[str], Iterable[str]]


def check_names(plan: Plan) -> None:
    """Raise Mistake at the first name that nothing in the plan answers to."""
    for place, names, known in _mentions(plan):
        for name in names:
            if name not in known:
                raise Mistake(place, f"{name!r} is not defined; write one of {', '.join(sorted(known))}")


def _mentions(plan: Plan) -> Iterator[_Mention]:
    """Every place that names something, what it names, and what there is."""
    for place, clauses in _clauses(plan):
        yield place, clauses, plan.clauses
    for name, fact in plan.facts.items():
        yield f"facts.{name}.data_items", fact.data_items, plan.data_items
        yield f"facts.{name}.documents", fact.documents, plan.documents
        yield f"facts.{name}.documents_if_no", fact.documents_if_no or (), plan.documents
        yield f"facts.{name}.documents_if_not_shown", fact.documents_if_not_shown or (), plan.documents
    categories = {category.key for category in plan.categories}
    for category in plan.categories:
        place = f"categories.{category.key}"
        yield f"{place}.school_by", category.school_by, plan.facts
        yield f"{place}.filed_with", category.filed_with, categories
    for school in plan.schools:
        yield f"schools.{school.key}.accepts", school.accepts, categories
    for stage, windows in plan.calendar.windows.items():
        yield f"calendar.windows.{stage}.by_category", windows.by_category, categories
    for at, step in enumerate(plan.placement.order):
        known = {OrderBy.FACT: plan.facts, OrderBy.POINTS: plan.points}.get(step.by)
        if known is not None:
            yield f"placement.order[{at}].key", [step.key], known


def _clauses(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    """Every place that cites clauses."""
    yield "zoning_clause", [plan.zoning_clause]
    for stage, windows in plan.calendar.windows.items():
        yield f"calendar.windows.{stage}", [window.clause for window in windows.every]
    yield "calendar.review.clause", [plan.calendar.review.clause]
    yield "placement.clause", [plan.placement.clause]
    for at, step in enumerate(plan.placement.order):
        yield f"placement.order[{at}].clause", [step.clause]
    sections: Mapping[str, Iterable[tuple[str, Cited]]] = {
        "ages": plan.ages.items(),
        "seat_locks": plan.seat_locks.items(),
        "thresholds": plan.thresholds.items(),
        "definitions": plan.definitions.items(),
        "points": plan.points.items(),
        "categories": [(category.key, category) for category in plan.categories],
    }
    for section, parts in sections.items():
        for key, part in parts:
            yield f"{section}.{key}.clause", [part.clause]
    for name, fact in plan.facts.items():
        if fact.remedy is not None:
            yield f"facts.{name}.remedy.clause", [fact.remedy.clause]
    for category in plan.categories:
        yield f"categories.{category.key}.rule", _own_clauses(category.rule)
    for key, article in plan.articles.items():
        yield f"articles.{key}.clauses", article.clauses
        for at, variant in enumerate(article.variants):
            yield f"articles.{key}.variants[{at}].clauses", variant.clauses


def _own_clauses(rule: Rule) -> Iterator[str]:
    """The clauses that single conditions of a rule cite."""
    for leaf in leaves(rule):
        if leaf.clause:
            yield leaf.clause
