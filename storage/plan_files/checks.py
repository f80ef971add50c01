"""What must agree inside a plan: every name it mentions exists, days follow each other, zones are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from enrolment.model.guide import unknown_placeholders
from enrolment.model.plan import Plan
from storage.plan_files.errors import Mistake
from storage.plan_files.zone_lists import refuse_overlaps

# Provincial rules, part 八: a plan is published about two months ahead.
_PUBLISHED_AHEAD = timedelta(days=59)


def check_plan(plan: Plan) -> None:
    """Raise Mistake at the first disagreement."""
    for place, names, known in _mentions(plan):
        for name in names:
            if name not in known:
                raise Mistake(place, f"{name!r} is not defined; write one of {', '.join(sorted(known))}")
    _check_unique(plan)
    _check_days(plan)
    _check_placeholders(plan)
    refuse_overlaps(plan.schools)


def _mentions(plan: Plan) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    """Every place that names something, what it names, and what there is."""
    for stage, window in plan.windows.items():
        yield f"windows.{stage}.clause", [window.clause], plan.clauses
    for stage, age in plan.ages.items():
        yield f"ages.{stage}.clause", [age.clause], plan.clauses
    yield "zoning_clause", [plan.zoning_clause], plan.clauses
    for name, fact in plan.facts.items():
        yield f"facts.{name}.data_items", fact.data_items, plan.data_items
        yield f"facts.{name}.documents", fact.documents, plan.documents
        yield f"facts.{name}.documents_if_no", fact.documents_if_no or (), plan.documents
    for at, category in enumerate(plan.categories):
        yield f"categories[{at}].clause", [category.clause], plan.clauses
        yield f"categories[{at}].school_by", [category.school_by] if category.school_by else [], plan.facts
    for key, article in plan.articles.items():
        yield f"articles.{key}.clauses", article.clauses, plan.clauses
        for at, variant in enumerate(article.variants):
            yield f"articles.{key}.variants[{at}].clauses", variant.clauses, plan.clauses


def _check_unique(plan: Plan) -> None:
    lists: dict[str, Sequence[object]] = {
        "categories: key": [each.key for each in plan.categories],
        "categories: priority": [each.priority for each in plan.categories],
        "schools: key": [each.key for each in plan.schools],
    }
    for place, values in lists.items():
        value, times = Counter(values).most_common(1)[0]
        if times > 1:
            raise Mistake(place, f"{value!r} is used {times} times; give each its own")


def _check_days(plan: Plan) -> None:
    for stage, window in plan.windows.items():
        place = f"windows.{stage}"
        if window.opens > window.closes:
            raise Mistake(place, "opens comes after closes; write the earlier day under opens")
        if window.closes > plan.results_by:
            raise Mistake(place, "filing closes after results_by; results come after filing")
        if window.opens - plan.published_on < _PUBLISHED_AHEAD:
            raise Mistake("published_on", f"publish two months before {stage} opens on {window.opens}")
    if plan.results_by > plan.completes_by:
        raise Mistake("results_by", f"write {plan.completes_by} or earlier: seven days before term")
    for stage, age in plan.ages.items():
        if age.cutoff.year != plan.year:
            raise Mistake(f"ages.{stage}.cutoff", f"write a day of {plan.year}")


def _check_placeholders(plan: Plan) -> None:
    for key, article in plan.articles.items():
        for text in (article.text, *(variant.text for variant in article.variants)):
            if unknown := unknown_placeholders(text, plan):
                raise Mistake(f"articles.{key}", f"nothing fills {{{min(unknown)}}}; see docs/plans.md")
