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
_MAIN: Final = 0.1
_FINER: Final = 0.3
"""What it adds to an article's fit to be its topic's main one, and to be named by a finer intent."""
OFFICE: Final = "office_"
"""Begins the keys of an office's own articles: of two that fit alike, the plan's is told."""
_BELOW: Final = 0.8
CATEGORIES: Final = frozenset(
    {
        Topic.CATEGORY_HOUSE_AND_HUKOU,
        Topic.CATEGORY_HOUSE_ONLY,
        Topic.CATEGORY_HUKOU_ONLY,
        Topic.CATEGORY_MIGRANT_CHILDREN,
        Topic.GRANDPARENTS_HUKOU,
    }
)
"""Topics of which a told case decides which one a question is on."""
SURE: Final = 0.5
SURE_WHERE_WORDS_AGREE: Final = 0.2
NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article chosen, None where nothing is clear or ours; `near` are the topics it may be about."""

    article: GuideArticle | None
    near: tuple[Topic, ...]


def choose(plan: Plan, topics: Sequence[Ranked], fits: Mapping[str, float], finer: str = "") -> Chosen:
    """Choose the article for a question; `fits` says how well articles fit its words, 1 the best.

    `finer` is a question inside a topic that was understood (`seat_lock`): its article is nearer. Where words
    and topics lead to the same article, less certainty is enough, also that a question is ours at all.
    """
    ranked = rank_articles(plan, topics, fits, finer)
    near = tuple(each.topic for each in topics if each.topic is not Topic.OUT_OF_SCOPE)[:NEAREST]
    if not ranked or not topics:
        return Chosen(None, near)
    best, top = ranked[0], topics[0]
    likelihood = _likelihood(best, _confidences(topics))
    words = max(fits, key=lambda key: fits[key], default="")
    agree = words == best.key and likelihood >= SURE_WHERE_WORDS_AGREE
    ours = top.topic is not Topic.OUT_OF_SCOPE
    clear = agree or (ours and max(top.confidence, likelihood) >= SURE)
    return Chosen(best if clear else None, near)


def asks_its_category(topics: Sequence[Ranked]) -> bool:
    """Whether a question is surely on the category of a case, however unsure on which."""
    likely = sum(each.confidence for each in topics if each.topic in CATEGORIES)
    return bool(topics) and topics[0].topic in CATEGORIES and likely >= SURE


def rank_articles(
    plan: Plan, topics: Sequence[Ranked], fits: Mapping[str, float], finer: str = ""
) -> list[GuideArticle]:
    """Order the articles that come into question: by their topics' likelihood and by the words.

    Words alone count a little, for the topic may be wrong. A topic's main article comes first where others
    fit hardly better: a question of two or three words says little of which is meant.
    """
    sure = _confidences(topics)
    mains = {main.key for topic in sure if (main := main_article(plan, topic)) is not None}
    named = (finer, f"category_{finer}") if finer else ()

    def nearness(article: GuideArticle) -> float:
        near = fits.get(article.key, 0.0) + _MAIN * (article.key in mains) + _FINER * (article.key in named)
        below = _BELOW if article.key.startswith(OFFICE) else 1.0
        return (_BY_WORDS_ALONE + _likelihood(article, sure)) * (_BY_TOPIC_ALONE + near) * below

    asked = [
        article
        for article in plan.articles.values()
        if article.topic and (article.key in mains or fits.get(article.key, 0.0) >= _NO_FIT)
    ]
    return sorted(asked, key=nearness, reverse=True)


def _confidences(topics: Sequence[Ranked]) -> Mapping[Topic, float]:
    """The topics that are likely at all: of all 33, most are not."""
    return {each.topic: each.confidence for each in topics if each.confidence > 0}


def _likelihood(article: GuideArticle, sure: Mapping[Topic, float]) -> float:
    """How likely a question is about the article, by all the topics that it answers."""
    return sum(sure.get(topic, 0.0) for topic in article.topics)


def main_article(plan: Plan, topic: Topic) -> GuideArticle | None:
    """The article that bears a topic's name, else the one of a category, else the first on it."""
    about = [article for article in plan.articles.values() if article.topic is topic]
    names = (topic.value, f"category_{topic}")
    of_category = [article for article in about if article.key.startswith("category_")]
    return next(
        (article for article in about if article.key in names), next(iter([*of_category, *about]), None)
    )
