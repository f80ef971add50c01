"""Everything the pages and documents say of a plan, in words."""

from __future__ import annotations

from dataclasses import dataclass

from enrolment.model.age.eligibility import born_by, born_from
from enrolment.model.plan import Clause, DataItem, Document, OnsitePoint, Plan, Stage
from enrolment.model.plan.clauses import day
from web.pages.guide.categories import (
    CategoryView,
    PointsView,
    TermView,
    categories_of,
    points_of,
    terms_of,
)
from web.pages.guide.evidence import data_items_of, papers_of
from web.pages.guide.places import LockView, OfficeView, StageView, locks_of, offices_of, stages_of
from web.pages.guide.texts import STAGES, told
from web.pages.guide.timeline import Timeline, timeline_of


@dataclass(frozen=True, slots=True)
class AgeView:
    """Who enters a stage."""

    stage: str
    words: str
    born: str
    clause: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of the guide with its answer and the clauses it rests on."""

    topic: str
    title: str
    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause, its text ready to be read."""

    clause: Clause
    text: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan, ready to be shown; `digest` is the SHA-256 of its document, where it is known."""

    plan: Plan
    digest: str
    name: str
    effective: str
    reference_day: str
    timeline: Timeline
    ages: tuple[AgeView, ...]
    categories: tuple[CategoryView, ...]
    terms: tuple[TermView, ...]
    points: tuple[PointsView, ...]
    data_items: tuple[DataItem, ...]
    documents: tuple[Document, ...]
    stages: tuple[StageView, ...]
    locks: tuple[LockView, ...]
    onsite_points: tuple[OnsitePoint, ...]
    offices: tuple[OfficeView, ...]
    questions: tuple[QuestionView, ...]
    clauses: tuple[ClauseView, ...]

    @property
    def title(self) -> str:
        """Whose plan, and of which year: 历下区2027年."""
        return f"{self.name}{self.plan.year}年"


def view_of(plan: Plan, digest: str = "") -> PlanView:
    """Put a plan into words; raise GuideUnfinished where one of its texts cannot be published."""
    rules = [category.rule for category in plan.by_priority]
    items = {key for rule in rules for key in data_items_of(rule, plan)}
    papers = {key for rule in rules for choice in papers_of(rule, plan) for way in choice for key in way}
    return PlanView(
        plan=plan,
        digest=digest,
        name=plan.county_name,
        effective=f"{day(plan.effective_from)}至{day(plan.effective_until)}",
        reference_day=day(plan.calendar.reference_date),
        timeline=timeline_of(plan),
        ages=tuple(_age(stage, plan) for stage in plan.stages),
        categories=categories_of(plan),
        terms=terms_of(plan),
        points=points_of(plan),
        data_items=tuple(each for key, each in plan.data_items.items() if key in items),
        documents=tuple(each for key, each in plan.documents.items() if key in papers),
        stages=stages_of(plan),
        locks=locks_of(plan),
        onsite_points=plan.onsite_points,
        offices=offices_of(plan),
        questions=tuple(_questions(plan)),
        clauses=tuple(
            ClauseView(each, told(each.text, plan, f"clauses.{key}")) for key, each in plan.clauses.items()
        ),
    )


def _age(stage: Stage, plan: Plan) -> AgeView:
    rule = plan.ages[stage]
    if rule.years is None:
        return AgeView(STAGES[stage], "小学应届毕业的孩子，没有年龄条件", "", rule.clause)
    born = f"{day(born_from(rule))}至{day(born_by(rule))}出生的孩子今年正好到入学年龄"
    return AgeView(STAGES[stage], f"{day(rule.cutoff)}（含当天）满{rule.years}周岁", born, rule.clause)


def _questions(plan: Plan) -> list[QuestionView]:
    """The articles but for those a category already tells, and the one for what is not written."""
    with_category = {f"category_{category.key}" for category in plan.categories}
    return [
        QuestionView(topic, each.title, told(each.text, plan, f"articles.{topic}"), each.clauses)
        for topic, each in plan.articles.items()
        if topic not in with_category and topic != "other_topic"
    ]
