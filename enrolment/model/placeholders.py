"""What the placeholders of articles and notes stand for: every figure, day, office and list of a plan."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from enrolment.model.age.eligibility import born_by, born_from
from enrolment.model.plan import FilingChannel, Plan, Stage
from enrolment.model.plan.clauses import day
from enrolment.model.rules import PointsItem, PointsOnce

OF_THE_FAMILY: Final = frozenset({"age_answer"})
"""Placeholders that are worked out for the family that asks."""


def complete(text: str, plan: Plan, own: Mapping[str, str] | None = None) -> str:
    """Fill the placeholders of a text; `own` are those of the family that asks.

    Raises KeyError for a placeholder that nothing fills, ValueError for braces that do not close.
    """
    if "{" not in text:
        return text
    return text.format_map(values(plan) | dict(own or {}))


def used_in(text: str) -> set[str]:
    """The placeholders of a text as written; raise ValueError for braces that do not close."""
    found: set[str] = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            found.add(name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else ""))
    return found


def values(plan: Plan) -> dict[str, str]:
    """Every placeholder with what it stands for: the plan's figures, then what each plan has."""
    return {key: each.spoken for key, each in plan.thresholds.items()} | built_in(plan)


def built_in(plan: Plan) -> dict[str, str]:
    """The placeholders that every plan has, whatever figures it sets."""
    return {
        "county": plan.county_name,
        "city": plan.city_name,
        "province": plan.province_name,
        "year": str(plan.year),
        "next_year": str(plan.year + 1),
        "authority": plan.authority,
        **_days(plan),
        **dict(_windows(plan)),
        **_entry_age(plan),
        **_offices(plan),
        **_lists(plan),
        **{f"category_{each.key}": each.title for each in plan.categories},
        **{f"seat_lock_{stage}": f"{lock.years}年" for stage, lock in plan.seat_locks.items()},
    }


def _days(plan: Plan) -> dict[str, str]:
    days = plan.calendar
    return {
        "published_on": day(days.published_on),
        "reference_date": day(days.reference_date),
        "review_opens": day(days.review.opens),
        "review_closes": day(days.review.closes),
        "results_by": day(days.results_by),
        "completes_by": day(days.finished_by),
        "term_starts": day(days.term_starts),
    }


def _windows(plan: Plan) -> Iterator[tuple[str, str]]:
    """The filing days of each stage: online, on site, and of each category online."""
    for stage, windows in plan.calendar.windows.items():
        spans = {
            f"{stage}_": windows.of(),
            f"{stage}_onsite_": windows.of(channel=FilingChannel.ONSITE),
        }
        for category in plan.categories:
            spans[f"{stage}_{category.key}_"] = windows.of(category.key)
        for name, window in spans.items():
            yield f"{name}opens", day(window.opens)
            yield f"{name}closes", day(window.closes)


def _entry_age(plan: Plan) -> dict[str, str]:
    age = plan.ages.get(Stage.PRIMARY)
    if age is None or age.years is None:
        return {}
    return {
        "age_years": str(age.years),
        "cutoff": day(age.cutoff),
        "born_from": day(born_from(age)),
        "born_by": day(born_by(age)),
        "born_after": day(born_by(age) + timedelta(days=1)),
    }


def _offices(plan: Plan) -> dict[str, str]:
    """Phone, hours and e-mail of each level; without a level, those of the nearest office."""
    found = {"contacts": "\n".join(f"{each.name}：{each.phone}（{each.hours}）" for each in plan.contacts)}
    for office in reversed(plan.contacts):
        for name, value in (("phone", office.phone), ("hours", office.hours), ("email", office.email)):
            if value:
                found[name] = found[f"{name}_{office.level}"] = value
    return found


def _lists(plan: Plan) -> dict[str, str]:
    stages = {
        f"schools_{stage}": "、".join(school.name for school in plan.schools if school.stage is stage)
        for stage in plan.stages
    }
    papers = {
        f"documents_{name}": "或者".join(plan.documents[key].title for key in fact.documents)
        for name, fact in plan.facts.items()
        if fact.documents
    }
    return {
        "categories": "、".join(each.title for each in plan.by_priority),
        "data_items": "、".join(
            f"{each.department_title}的{each.title}" for each in plan.data_items.values()
        ),
        "onsite_points": "\n".join(
            f"{each.name}：{each.address}，{each.hours}，电话{each.phone}" for each in plan.onsite_points
        ),
        "placement_order": "；".join(step.title for step in plan.placement.order),
        **stages,
        **papers,
        **{f"points_{key}": "；".join(map(_line, table.items)) for key, table in plan.points.items()},
    }


def _line(item: PointsItem) -> str:
    if isinstance(item, PointsOnce):
        return f"{item.title}：{item.points}分"
    return f"{item.title}：每满{item.each}个月{item.points}分，最多{item.up_to}分"
