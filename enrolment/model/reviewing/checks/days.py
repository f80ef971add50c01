"""The days: published in time, everything done before term, the plan in force all the while."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from enrolment.model.months import add_months
from enrolment.model.plan import Plan, Window
from enrolment.model.reviewing.findings import Code, Finding
from enrolment.model.reviewing.places import conditions_of, points_items
from enrolment.model.rules import Condition, PointsOnce

_MONTHS_AHEAD: Final = 2
_YEARS_BACK: Final = 30
_YEARS_AHEAD: Final = 20


def days_in_reach(plan: Plan) -> Iterator[Finding]:
    """A day of another century is a slip of the pen, and no month can be counted to it."""
    for place, day in _days(plan):
        if not plan.year - _YEARS_BACK <= day.year <= plan.year + _YEARS_AHEAD:
            yield Finding(
                Code.DAY_OUT_OF_REACH,
                place,
                f"{day} has nothing to do with the enrolment of {plan.year}",
                f"write a day between {plan.year - _YEARS_BACK} and {plan.year + _YEARS_AHEAD}",
            )


def published_in_time(plan: Plan) -> Iterator[Finding]:
    """In principle two months before filing opens (provincial rules, 八)."""
    opens = min(window.opens for _, window in _windows(plan))
    latest = add_months(opens, -_MONTHS_AHEAD)
    if plan.calendar.published_on > latest:
        yield Finding(
            Code.PUBLISHED_LATE,
            "calendar.published_on",
            f"published on {plan.calendar.published_on}, though filing opens on {opens}: in principle a"
            " plan is published two months ahead (provincial rules 八)",
            f"publish by {latest}, or open filing later",
        )


def done_before_term(plan: Plan) -> Iterator[Finding]:
    """Everything is done seven days before term, results before that (provincial rules, 八)."""
    days = plan.calendar
    if days.finished_by > days.completes_by:
        yield Finding(
            Code.FINISHED_LATE,
            "calendar.finished_by",
            f"finished by {days.finished_by}, though term starts on {days.term_starts}: the whole enrolment"
            " is done seven days before term (provincial rules 八)",
            f"write {days.completes_by} or an earlier day",
        )
    if days.results_by > days.finished_by:
        yield Finding(
            Code.RESULTS_LATE,
            "calendar.results_by",
            f"families learn the result by {days.results_by}, after all is finished ({days.finished_by})",
            f"write {days.finished_by} or an earlier day",
        )


def windows_in_calendar(plan: Plan) -> Iterator[Finding]:
    """Filing opens after the plan is published, ends before results, and is for categories of the stage."""
    days = plan.calendar
    for place, window in _windows(plan):
        if window.opens < days.published_on or window.closes > days.results_by:
            yield Finding(
                Code.WINDOW_OUTSIDE_CALENDAR,
                place,
                f"filing from {window.opens} to {window.closes} lies outside the calendar",
                f"write days between {days.published_on} (published) and {days.results_by} (results)",
            )
    for stage, windows in days.windows.items():
        for key in windows.by_category:
            if any(each.key == key and stage not in each.stages for each in plan.categories):
                yield Finding(
                    Code.WINDOW_WITHOUT_CATEGORY,
                    f"calendar.windows.{stage}.by_category.{key}",
                    f"category {key!r} is not for {stage}",
                    f"take the window away, or write {stage} under categories.{key}.stages",
                )


def in_force(plan: Plan) -> Iterator[Finding]:
    """The plan holds from the first day of filing until everything is finished."""
    opens = min(window.opens for _, window in _windows(plan))
    if plan.effective_from > opens or plan.effective_until < plan.calendar.finished_by:
        yield Finding(
            Code.NOT_IN_FORCE,
            "effective",
            f"in force from {plan.effective_from} to {plan.effective_until}, which leaves out some of the"
            f" days from {opens} (filing opens) to {plan.calendar.finished_by} (finished)",
            f"write since: {opens} or earlier, until: {plan.calendar.finished_by} or later",
        )


def _windows(plan: Plan) -> Iterator[tuple[str, Window]]:
    for stage, windows in plan.calendar.windows.items():
        place = f"calendar.windows.{stage}"
        yield f"{place}.online", windows.online
        if windows.onsite is not None:
            yield f"{place}.onsite", windows.onsite
        for key, channels in windows.by_category.items():
            for channel, window in channels.items():
                yield f"{place}.by_category.{key}.{channel}", window


def _days(plan: Plan) -> Iterator[tuple[str, date]]:
    days = plan.calendar
    yield "effective.since", plan.effective_from
    yield "effective.until", plan.effective_until
    for name in ("published_on", "reference_date", "results_by", "finished_by", "term_starts"):
        yield f"calendar.{name}", getattr(days, name)
    for place, window in (*_windows(plan), ("calendar.review", days.review)):
        yield f"{place}.opens", window.opens
        yield f"{place}.closes", window.closes
    for stage, age in plan.ages.items():
        yield f"ages.{stage}.cutoff", age.cutoff
    yield from _days_of_rules(plan)


def _days_of_rules(plan: Plan) -> Iterator[tuple[str, date]]:
    written: list[tuple[str, object]] = [
        *((f"thresholds.{key}.date", each.value) for key, each in plan.thresholds.items()),
        *((f"facts.{name}.remedy.by", each.remedy.by) for name, each in plan.facts.items() if each.remedy),
        *((f"{place}.by", item.by) for place, item in points_items(plan) if not isinstance(item, PointsOnce)),
    ]
    for place, leaf in conditions_of(plan):
        if isinstance(leaf, Condition):
            values = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
            written += ((place, value) for value in (*values, leaf.by))
    yield from ((place, value) for place, value in written if isinstance(value, date))
