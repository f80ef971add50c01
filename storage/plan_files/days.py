"""The days of a plan follow one another: what closes before it opens would turn families away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from enrolment.model.plan import Plan, Window
from storage.plan_files.errors import Mistake


class _Order(NamedTuple):
    """Two days of which `earlier` may not come after `later`, each with its name."""

    place: str
    earlier: date
    name: str
    later: date
    other: str


def check_days(plan: Plan) -> None:
    """Raise Mistake at the first day that is out of order, or of another year."""
    for order in _orders(plan):
        if order.earlier > order.later:
            problem = (
                f"{order.name} {order.earlier} comes after {order.other} {order.later}; mend one of them"
            )
            raise Mistake(order.place, problem)
    for place, day in _days_of_the_year(plan):
        if day.year != plan.year:
            raise Mistake(place, f"found {day}; write a day of {plan.year}")


def _orders(plan: Plan) -> Iterator[_Order]:
    calendar = plan.calendar
    yield _Order("effective", plan.effective_from, "since", plan.effective_until, "until")
    for place, window in _windows(plan):
        yield _Order(place, window.opens, "opens", window.closes, "closes")
        yield _Order(place, calendar.published_on, "published_on", window.opens, "opens")
        yield _Order(place, window.closes, "closes", calendar.results_by, "results_by")
    review, first = calendar.review, min(window.opens for _, window in _windows(plan))
    yield _Order("calendar.review", review.opens, "opens", review.closes, "closes")
    yield _Order("calendar.review", first, "the first day of filing", review.opens, "opens")
    yield _Order("calendar.review", review.closes, "closes", calendar.results_by, "results_by")
    yield _Order(
        "calendar.results_by", calendar.results_by, "results_by", calendar.finished_by, "finished_by"
    )
    yield _Order(
        "calendar.finished_by", calendar.finished_by, "finished_by", calendar.term_starts, "term_starts"
    )


def _windows(plan: Plan) -> Iterator[tuple[str, Window]]:
    for stage, windows in plan.calendar.windows.items():
        place = f"calendar.windows.{stage}"
        yield f"{place}.online", windows.online
        if windows.onsite is not None:
            yield f"{place}.onsite", windows.onsite
        for category, own in windows.by_category.items():
            for channel, window in own.items():
                yield f"{place}.by_category.{category}.{channel}", window


def _days_of_the_year(plan: Plan) -> Iterator[tuple[str, date]]:
    for stage, age in plan.ages.items():
        yield f"ages.{stage}.cutoff", age.cutoff
    yield "calendar.reference_date", plan.calendar.reference_date
    yield "calendar.term_starts", plan.calendar.term_starts
