"""Questions that families ask everywhere find their article, and it says what the plan says."""

from __future__ import annotations

import pytest

from enrolment.model.answering.answer import Answer
from enrolment.model.answering.understood import Understood
from enrolment.model.plan import Plan
from enrolment.model.plan.topics import Topic
from enrolment.services.answering import Asked, answer_message
from storage.guide_index import GuideIndexes
from storage.plan_files import PlanFiles
from tests.fakes import FakePlans, FrozenClock
from tests.fakes.guide_search import understood
from tests.fakes.plans import PLANS_FOLDER

PLANS = PlanFiles(PLANS_FOLDER).counties()
SEARCH = GuideIndexes()
ALL_OF_IT = {"property_contract_or_no_deed"}
QUESTIONS: tuple[tuple[str, Topic, set[str]], ...] = (
    ("学位锁定是什么", Topic.ZONING_SCHOOL_ASSIGNMENT, {"seat_lock"}),
    ("一套房子几年只能一个学位", Topic.ZONING_SCHOOL_ASSIGNMENT, {"seat_lock"}),
    ("我家房子被人占用学位了怎么查", Topic.ZONING_SCHOOL_ASSIGNMENT, {"seat_lock"}),
    ("拆迁安置房没证", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"resettlement", "category_resettlement"}),
    (
        "拆迁了房子还没分下来,咋报",
        Topic.PROPERTY_CONTRACT_OR_NO_DEED,
        {"resettlement", "category_resettlement"},
    ),
    ("法拍房能用来报名吗", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"home_registered_to"}),
    ("房子是公司名下的", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"home_registered_to"}),
    ("公寓能上学吗", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"commercial_title"} | ALL_OF_IT),
    ("只有购房合同行不行", Topic.PROPERTY_CONTRACT_OR_NO_DEED, {"contract_without_deed"} | ALL_OF_IT),
    ("公租房能报名吗", Topic.RENTAL, {"public_housing", "category_public_housing", "rental"}),
    ("集体户口怎么报", Topic.CATEGORY_HUKOU_ONLY, {"collective_hukou", "category_collective_hukou"}),
    ("积分入学怎么算分", Topic.CATEGORY_MIGRANT_CHILDREN, {"points_entry", "category_b3"}),
    ("招生政策是什么", Topic.OTHER_IN_SCOPE, {"the_rules"}),
    ("今年有什么规定", Topic.OTHER_IN_SCOPE, {"the_rules"}),
    ("户口几月迁来来得及", Topic.CATEGORY_HOUSE_AND_HUKOU, {"hukou_timing"}),
)
every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.county)


def asked(plan: Plan, text: str, means: Understood) -> Answer:
    """What a plan answers, its guide searched in earnest."""
    question = Asked(plan.county, text, means)
    return answer_message(question, plans=FakePlans(plan), search=SEARCH, clock=FrozenClock()).first


@every_plan
@pytest.mark.parametrize(("text", "topic", "articles"), QUESTIONS, ids=[each[0] for each in QUESTIONS])
def test_own_article_answers_when_a_common_question_is_asked(
    plan: Plan, text: str, topic: Topic, articles: set[str]
) -> None:
    """Under every plan, and not the general one of its topic."""
    assert asked(plan, text, understood(topic)).article in articles


@every_plan
def test_lock_of_seats_is_denied_when_the_plan_has_none(plan: Plan) -> None:
    """And told with its years where it has one."""
    text = asked(plan, "学位锁定是什么", understood(Topic.ZONING_SCHOOL_ASSIGNMENT)).text
    assert ("方案没有这一条" in text) is not bool(plan.seat_locks)
    assert all(f"{lock.years}年" in text for lock in plan.seat_locks.values())


@every_plan
def test_points_are_denied_when_the_plan_has_none(plan: Plan) -> None:
    """And explained where it counts them."""
    text = asked(plan, "积分入学怎么算分", understood(Topic.CATEGORY_MIGRANT_CHILDREN)).text
    assert ("方案没有积分入学" in text) is not bool(plan.points)


@pytest.mark.parametrize(
    "plan",
    [plan for plan in PLANS if "residence_permit_timing" in plan.articles],
    ids=lambda plan: plan.county,
)
def test_finer_question_finds_its_article_when_words_say_little(plan: Plan) -> None:
    """The intent names it: two words of a permit that lacks days."""
    topic = Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT
    means = understood(topic, intent="ask_residence_permit_timing")
    assert asked(plan, "居住证差两天", means).article == "residence_permit_timing"
