"""Categories, terms and points tables as the pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from enrolment.model.deciding.rule_words import rule_in_words
from enrolment.model.plan import Category, Plan
from enrolment.model.rules import PointsItem, PointsOnce
from web.pages.guide.conditions import Line, lines_of
from web.pages.guide.evidence import Choice, data_items_of, papers_of
from web.pages.guide.texts import STAGES, short_span, told
from web.pages.guide.timeline import own_windows


@dataclass(frozen=True, slots=True)
class CategoryView:
    """One category: who, under which conditions, and with which records and papers."""

    key: str
    title: str
    stages: str
    advice: str
    note: str
    lines: tuple[Line, ...]
    records: tuple[str, ...]
    papers: tuple[str, ...]
    own_days: tuple[str, ...]
    together: str
    by_hand: bool
    clause: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A term rules use, with its conditions."""

    key: str
    title: str
    lines: tuple[Line, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class PointsView:
    """A points table, line by line."""

    title: str
    rows: tuple[tuple[str, str, str], ...]
    clause: str


def categories_of(plan: Plan) -> tuple[CategoryView, ...]:
    """The categories in the order they are considered."""
    return tuple(_category(category, plan) for category in plan.by_priority)


def terms_of(plan: Plan) -> tuple[TermView, ...]:
    """The terms, in the plan's order."""
    return tuple(
        TermView(key, each.title, lines_of(each.rule, plan), each.clause)
        for key, each in plan.definitions.items()
    )


def points_of(plan: Plan) -> tuple[PointsView, ...]:
    """The points tables."""
    return tuple(
        PointsView(table.title, tuple(_row(item, plan) for item in table.items), table.clause)
        for table in plan.points.values()
    )


def _category(category: Category, plan: Plan) -> CategoryView:
    article = plan.articles.get(f"category_{category.key}")
    titles = {each.key: each.title for each in plan.categories}
    return CategoryView(
        key=category.key,
        title=category.title,
        stages="、".join(STAGES[stage] for stage in category.stages if stage in plan.stages),
        advice=told(article.text, plan, f"articles.{article.key}") if article else "",
        note=told(category.note, plan, f"categories.{category.key}.note"),
        lines=lines_of(category.rule, plan),
        records=tuple(plan.data_items[key].title for key in data_items_of(category.rule, plan)),
        papers=tuple(_choice(choice, plan) for choice in papers_of(category.rule, plan)),
        own_days=tuple(_own_days(category, plan)),
        together="、".join(titles[key] for key in category.filed_with),
        by_hand=category.by_hand,
        clause=category.clause,
    )


def _own_days(category: Category, plan: Plan) -> Iterator[str]:
    for words, window in own_windows(plan, category.key):
        yield f"{words}报名{short_span(window)}"


def _choice(choice: Choice, plan: Plan) -> str:
    return "，或者".join("和".join(plan.documents[key].title for key in way) for way in choice)


def _row(item: PointsItem, plan: Plan) -> tuple[str, str, str]:
    """What the line is called, what it takes, what it gives."""
    if isinstance(item, PointsOnce):
        return item.title, rule_in_words(item.when, plan), f"{item.points}分"
    by = f"{item.by.year}年{item.by.month}月{item.by.day}日"
    fact = plan.facts[item.fact].title
    return item.title, f"{fact}，每满{item.each}个月{item.points}分（算到{by}）", f"最多{item.up_to}分"
