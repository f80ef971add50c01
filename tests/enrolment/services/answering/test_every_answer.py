"""Every answer of every shipped plan: grounded in it, dated, and without a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from enrolment.model.answering.answer import Answer, Handoff, Status
from enrolment.model.answering.understood import Understood
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic
from enrolment.services.answering import Asked, answer_message
from storage.plan_files import PlanFiles
from tests.fakes import FakePlans, FrozenClock
from tests.fakes.guide_search import FakeSearch, understood
from tests.fakes.plans import PLANS_FOLDER

PLANS = PlanFiles(PLANS_FOLDER).counties()
FAMILIES: tuple[dict[str, str], ...] = (
    {},
    {"hukou": "here", "home": "guardian", "birth_date": "2020-10", "stage": "primary"},
    {"hukou": "here", "home": "none", "birth_date": "2021-09-01"},
    {"hukou": "elsewhere", "home": "none", "permit_months": "5", "insurance_months": "8"},
    {"hukou": "here", "home": "grandparent", "hukou_with": "grandparent", "stage": "junior"},
    {"hukou": "elsewhere", "home": "guardian", "home_share": "50", "lease_since": "2027-04-01"},
)
TEXTS = (
    "怎么办",
    "我家孩子能不能上，够不够",
    "能通融吗",
    "肯定能录上吗",
    "哪个小学最好",
    "明年的政策呢",
    "审了没",
)
PROMISES = re.compile(
    r"一定能|一定会|一定有|保证|保准|肯定能|肯定会|肯定有|包上|包录|百分之百|概率|几率|胜算|稳上|十拿九稳|名额|名校|重点小学|重点中学|好学校|第一名|排名"
)
every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.county)


def answers(plan: Plan, means: Understood, text: str, *finds: str) -> tuple[Answer, ...]:
    """What a plan answers."""
    asked = Asked(plan.county, text, means)
    search = FakeSearch(finds)
    return answer_message(asked, plans=FakePlans(plan), search=search, clock=FrozenClock()).parts


def everything(plan: Plan) -> Iterator[Answer]:
    """Every article to every family, and every topic in the words that change an answer."""
    for article in plan.articles.values():
        assert article.topic is not None
        for family in FAMILIES:
            yield from answers(plan, understood(article.topic, told=family), TEXTS[0], article.key)
    for topic in Topic:
        for family in FAMILIES:
            for text in TEXTS[1:]:
                yield from answers(plan, understood(topic, told=family), text)


@every_plan
def test_answer_rests_on_the_plan_when_any_question_is_asked(plan: Plan) -> None:
    """What is told has its clauses, named in it with year and version; they are the plan's own."""
    told = {Status.ANSWERED, Status.NEED_INFO, Status.HANDOFF}
    ground = f"〔{plan.county_name}{plan.year}年招生方案，版本{plan.version}，演示数据〕"
    for answer in everything(plan):
        assert bool(answer.citations) is (answer.status in told), answer.text
        assert not answer.citations or answer.text.endswith(ground)
        for cited in answer.citations:
            assert cited.clause in plan.clauses
            assert f"{cited.clause}（{cited.title}）" in answer.text
            assert cited.version == plan.version


@every_plan
def test_answer_promises_nothing_when_any_question_is_asked(plan: Plan) -> None:
    """No promise, no chance of admission, no ranking of schools; no blank left."""
    for answer in everything(plan):
        assert not PROMISES.search(answer.text), answer.text
        assert "{" not in answer.text


@every_plan
def test_article_is_told_whole_when_its_topic_is_asked(plan: Plan) -> None:
    """Each article can be reached, and rests on exactly the clauses it names and those computed before it."""
    for article in plan.articles.values():
        assert article.topic is not None
        if article.topic is Topic.COMPLAINT:
            continue
        (answer,) = answers(plan, understood(article.topic), TEXTS[0], article.key)
        assert answer.article == article.key
        assert {cited.clause for cited in answer.citations} >= set(article.clauses)


@every_plan
def test_chances_are_left_to_a_person_when_asked_about(plan: Plan) -> None:
    """Whatever the topic seemed to be."""
    for topic in Topic:
        (answer,) = answers(plan, understood(topic), "录取的把握大不大")
        assert answer.handoff is Handoff.CHANCES
