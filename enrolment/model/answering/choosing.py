"""Which article of a guide answers a question: by its topic, and inside it by the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from enrolment.model.answering.understood import Ranked
from enrolment.model.plan import GuideArticle, Plan
from enrolment.model.plan.topics import Topic

# Measured on tests/understanding/retrieval.jsonl (docs/adr/0018).
_BY_TOPIC_ALONE: Final = 0.3
_BY_WORDS_ALONE: Final = 0.1
_NO_FIT: Final = 0.2
OFFICE: Final = "office_"
"""Begins the keys of an office's own articles: of two that fit alike, the plan's is told."""
_BELOW: Final = 0.8
SURE: Final = 0.5
SURE_WHERE_WORDS_AGREE: Final = 0.3
NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article chosen, None where the question was not clear; `near` are the topics it may be about."""

    article: GuideArticle | None
    near: tuple[Topic, ...]


def choose(plan: Plan, topics: Sequence[Ranked], fits: Mapping[str, float]) -> Chosen:
    """Choose the article for a question; `fits` says how well articles fit its words, 1 the best."""
    ranked = rank_articles(plan, topics, fits)
    near = tuple(each.topic for each in topics if each.topic is not Topic.OUT_OF_SCOPE)[:NEAREST]
    if not ranked or not topics:
        return Chosen(None, near)
    best = ranked[0]
    words = max(fits, key=lambda key: fits[key], default="")
    agree = words in plan.articles and plan.articles[words].topic is topics[0].topic
    enough = SURE_WHERE_WORDS_AGREE if agree else SURE
    return Chosen(best if topics[0].confidence >= enough else None, near)


def rank_articles(plan: Plan, topics: Sequence[Ranked], fits: Mapping[str, float]) -> list[GuideArticle]:
    """Order the articles that come into question: by their topic's likelihood and by the words.

    Words alone count a little, for the topic may be wrong.
    """
    sure = {each.topic: each.confidence for each in topics}
    mains = {main.key for topic in sure if (main := main_article(plan, topic)) is not None}
    scores = {
        article.key: (_BY_WORDS_ALONE + sure.get(article.topic, 0.0))
        * (_BY_TOPIC_ALONE + fits.get(article.key, 0.0))
        * (_BELOW if article.key.startswith(OFFICE) else 1.0)
        for article in plan.articles.values()
        if article.topic and (article.key in mains or fits.get(article.key, 0.0) >= _NO_FIT)
    }
    return [plan.articles[key] for key in sorted(scores, key=lambda key: -scores[key])]


def main_article(plan: Plan, topic: Topic) -> GuideArticle | None:
    """The article that bears a topic's name, else the one of a category, else the first on it."""
    about = [article for article in plan.articles.values() if article.topic is topic]
    names = (topic.value, f"category_{topic}")
    of_category = [article for article in about if article.key.startswith("category_")]
    return next(
        (article for article in about if article.key in names), next(iter([*of_category, *about]), None)
    )
