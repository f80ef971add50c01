"""Let an office's draft answer, or stop it."""

from __future__ import annotations

from enrolment.guidance_ports import OfficeArticles
from enrolment.model.guidance.article import ArticleState, OfficeArticle
from enrolment.model.guidance.conflicts import find_conflicts
from enrolment.ports import Clock, Plans


def publish_article(
    article_id: str, *, articles: OfficeArticles, plans: Plans, clock: Clock
) -> OfficeArticle:
    """Put a draft in force at once, in the place of an older answer to the same question.

    Raises ArticleUnknown, ArticleStateRefused where it contradicts the plan, PlanNotFound.
    """
    article = articles.get(article_id)
    plan = plans.get(article.county, article.year)
    published = article.published(clock.now(), find_conflicts(article.words, plan))
    older = [
        each.withdrawn()
        for each in articles.of_plan(article.county, article.year)
        if each.state is ArticleState.PUBLISHED and each.question == article.question
    ]
    articles.save([*older, published])
    return published


def withdraw_article(article_id: str, *, articles: OfficeArticles) -> OfficeArticle:
    """Stop an article from answering; raise ArticleUnknown."""
    withdrawn = articles.get(article_id).withdrawn()
    articles.save([withdrawn])
    return withdrawn
