"""Articles are found by the words families use."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from enrolment.model.plan import GuideArticle
from enrolment.model.plan.topics import Topic
from storage.guide_index import GuideIndexes
from storage.guide_index.tokens import tokens
from storage.plan_files import PlanFiles
from tests.fakes.plans import PLANS_FOLDER, demonstration_plan

QUESTIONS = Path(__file__).resolve().parents[1] / "understanding" / "retrieval.jsonl"
RECALL_GOAL = 0.95


def test_text_is_read_as_signs_and_pairs_when_it_is_indexed() -> None:
    """Latin words stay whole; width and case do not matter."""
    assert tokens("报名ＰＤＦ，行") == ["报", "名", "报名", "pdf", "行"]


@pytest.mark.parametrize("text", ["", "？？？", "😀", '" OR NEAR(', "a* -b"])
def test_nothing_is_found_or_broken_when_a_question_has_no_words_of_the_guide(text: str) -> None:
    """What means something to the index means nothing in a question."""
    GuideIndexes().find(demonstration_plan(), text, 3)


def test_best_fit_comes_first_when_several_articles_fit() -> None:
    """With a fit of 1."""
    found = GuideIndexes().find(demonstration_plan(), "照片传不上去，格式是pdf", 3)
    assert (found[0].article, found[0].fit) == ("upload_trouble", 1.0)
    assert all(one.fit >= other.fit for one, other in pairwise(found))


def test_new_article_is_found_at_once_when_a_plan_is_published_anew() -> None:
    """The index follows the plan in force."""
    plan, indexes = demonstration_plan(), GuideIndexes()
    indexes.find(plan, "无人机", 1)
    article = GuideArticle("drones", "无人机培训", "没有。", ("历下2027-8.1",), (), Topic.OTHER_IN_SCOPE)
    newer = replace(plan, articles={**plan.articles, "drones": article})
    assert indexes.find(newer, "无人机", 1)[0].article == "drones"


def test_recall_reaches_the_goal_when_the_frozen_questions_are_asked() -> None:
    """The right article is among the first three by words alone, before any topic is known."""
    plans = {plan.county: plan for plan in PlanFiles(PLANS_FOLDER).counties()}
    lines = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    indexes = GuideIndexes()
    hits = [
        line["article"]
        in [found.article for found in indexes.find(plans[line["authority"]], line["text"], 3)]
        for line in lines
    ]
    assert len(lines) >= 200
    assert sum(hits) / len(hits) >= RECALL_GOAL
