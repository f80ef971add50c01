"""What families are decided by, as entries to compare: categories, terms, figures, points."""

from __future__ import annotations

from enrolment.model.comparing.changes import Aspect, Entry
from enrolment.model.comparing.shapes import shape
from enrolment.model.comparing.words import NONE, STAGES, filled, listed, yes
from enrolment.model.deciding.rule_words import rule_in_words
from enrolment.model.plan import Category, Definition, Plan
from enrolment.model.plan.clauses import day
from enrolment.model.rules import PointsItem, PointsOnce, PointsTable, Rule, leaves


def categories(plan: Plan) -> dict[str, Entry]:
    """The categories, in the order they are considered."""
    titles = {each.key: each.title for each in plan.categories}
    return {each.key: _category(each, plan, titles) for each in plan.by_priority}


def definitions(plan: Plan) -> dict[str, Entry]:
    """The terms rules use."""
    return {key: _definition(each, plan) for key, each in plan.definitions.items()}


def thresholds(plan: Plan) -> dict[str, Entry]:
    """The figures, each with the categories and terms that rest on it."""
    return {
        key: Entry(
            each.title,
            each.spoken,
            {"": Aspect(each.spoken), "依据": Aspect(each.clause)},
            note=_resting_on(key, plan),
        )
        for key, each in plan.thresholds.items()
    }


def points(plan: Plan) -> dict[str, Entry]:
    """The points tables."""
    return {key: _table(each, plan) for key, each in plan.points.items()}


def _category(category: Category, plan: Plan, titles: dict[str, str]) -> Entry:
    rule = rule_in_words(category.rule, plan)
    by_facts = "、".join(plan.facts[name].title for name in category.school_by)
    by = by_facts or "由教育部门统筹"
    return Entry(
        category.title,
        rule,
        {
            "条件": Aspect(rule, shape(category.rule, plan)),
            "先后": Aspect(f"第{category.priority}位"),
            "学段": Aspect(listed(STAGES[stage] for stage in category.stages)),
            "学校": Aspect(by),
            "说明": Aspect(filled(category.note, plan), category.note),
            "可以一起报": Aspect(listed(titles[key] for key in category.filed_with)),
            "由工作人员办理": Aspect(yes(category.by_hand)),
            "依据": Aspect(category.clause),
        },
    )


def _definition(definition: Definition, plan: Plan) -> Entry:
    rule = rule_in_words(definition.rule, plan)
    aspects = {"": Aspect(rule, shape(definition.rule, plan)), "依据": Aspect(definition.clause)}
    return Entry(definition.title, rule, aspects)


def _resting_on(key: str, plan: Plan) -> str:
    definitions = [each.title for each in plan.definitions.values() if _uses(each.rule, key)]
    categories = [each.title for each in plan.by_priority if _uses(each.rule, key)]
    named = [*definitions, *categories]
    return f"用在：{'、'.join(named)}" if named else ""


def _uses(rule: Rule, threshold: str) -> bool:
    return any(leaf.threshold == threshold for leaf in leaves(rule))


def _table(table: PointsTable, plan: Plan) -> Entry:
    lines = {item.title: Aspect(points_item_in_words(item, plan)) for item in table.items}
    whole = "；".join(f"{title}：{aspect.words}" for title, aspect in lines.items())
    return Entry(table.title, whole, {**lines, "依据": Aspect(table.clause or NONE)})


def points_item_in_words(item: PointsItem, plan: Plan) -> str:
    """Say what one line of a points table gives, and for what."""
    if isinstance(item, PointsOnce):
        return f"{rule_in_words(item.when, plan)}，{item.points}分"
    counted = f"{plan.facts[item.fact].title}，每满{item.each}个月{item.points}分，最多{item.up_to}分"
    return f"{counted}（算到{day(item.by)}）"
