"""The guide of a plan with an office's own published articles in it, below the plan's own."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from enrolment.guidance_ports import OfficeArticles
from enrolment.model.answering.choosing import OFFICE, main_article
from enrolment.model.guidance.article import OfficeArticle
from enrolment.model.plan import GuideArticle, Plan
from enrolment.model.plan.topics import Topic, topic_named
from enrolment.services.guidance.list_articles import answering_articles

_ANSWERED_BY: Final = "{text}（这是{authority}的解答。）"


@dataclass(slots=True)
class Guides:
    """Plans with what their offices published beside them; looked up anew at each question.

    The same articles give the same plan, so that what is made of one is made once.
    """

    articles: OfficeArticles
    _made: dict[tuple[str, int], tuple[Plan, tuple[str, ...], Plan]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, plan: Plan) -> Plan:
        """The plan, with the office's articles where there are any; raise StorageUnavailable."""
        published = self.articles.of_plan(plan.county, plan.year)
        ids = tuple(f"{each.id}:{each.state}" for each in published)
        if not ids:
            return plan
        with self._lock:
            kept = self._made.get((plan.county, plan.year))
            if kept is None or kept[0] is not plan or kept[1] != ids:
                own = answering_articles(plan, articles=self.articles)
                kept = (plan, ids, _with(plan, own))
                self._made[plan.county, plan.year] = kept
        return kept[2]


def _with(plan: Plan, own: Iterable[OfficeArticle]) -> Plan:
    """The plan with articles that rest on the clauses of their topic."""
    articles = dict(plan.articles)
    for each in own:
        topic = topic_named(each.topic) or Topic.OTHER_IN_SCOPE
        main = main_article(plan, topic)
        if main is not None:
            key = f"{OFFICE}{each.id}"
            told = _ANSWERED_BY.format(text=each.answer, authority=plan.authority)
            text = told.replace("{", "{{").replace("}", "}}")
            articles[key] = GuideArticle(key, each.question, text, main.clauses, (), topic, (each.question,))
    return replace(plan, articles=articles)
