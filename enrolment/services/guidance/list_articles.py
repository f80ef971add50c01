"""Show an office its articles, and give those that may answer."""

from __future__ import annotations

from enrolment.guidance_ports import OfficeArticles
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.guidance.conflicts import find_conflicts
from enrolment.model.plan import Plan
from enrolment.ports import Plans
from enrolment.services.guidance.import_articles import Imported


def list_articles(county: str, year: int, *, articles: OfficeArticles, plans: Plans) -> tuple[Imported, ...]:
    """Every article of an authority and year but the withdrawn, with its conflicts; raise PlanNotFound."""
    plan = plans.get(county, year)
    return tuple(
        Imported(each, find_conflicts(each.words, plan))
        for each in articles.of_plan(county, year)
        if each.state is not ArticleState.WITHDRAWN
    )


def answering_articles(plan: Plan, *, articles: OfficeArticles) -> tuple[OfficeArticle, ...]:
    """The published articles that agree with the plan: a new version silences what contradicts it."""
    return tuple(
        each
        for each in articles.of_plan(plan.county, plan.year)
        if each.state is ArticleState.PUBLISHED and not find_conflicts(each.words, plan)
    )
