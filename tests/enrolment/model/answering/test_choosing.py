"""Which article of a guide is chosen: by its topics and the words, and only where that is clear enough."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.answering.choosing import choose
from enrolment.model.answering.understood import AskedSpan, Ranked, Understood
from enrolment.model.plan import GuideArticle, Plan
from enrolment.model.plan.topics import Topic
from tests.fakes import demonstration_plan


def plan_of(*articles: GuideArticle) -> Plan:
    """A plan whose guide is these articles."""
    return replace(demonstration_plan(), articles={article.key: article for article in articles})


def article(key: str, topic: Topic, *also: Topic) -> GuideArticle:
    """An article on topics."""
    return GuideArticle(key, key, key, ("历下2027-8.1",), (), topic, (), also)


TIME = article("registration_time", Topic.REGISTRATION_TIME)
HUKOU = article("category_house_and_hukou", Topic.CATEGORY_HOUSE_AND_HUKOU)
MOVED = article("hukou_timing", Topic.CATEGORY_HOUSE_AND_HUKOU, Topic.REGISTRATION_TIME)
PERMIT = article("permit_how", Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT)


def test_article_of_a_neighbouring_topic_is_chosen_when_the_words_lead_to_it() -> None:
    """Until when the hukou may come is taken for the days of registration."""
    topics = [Ranked(Topic.REGISTRATION_TIME, 0.9)]
    chosen = choose(plan_of(TIME, HUKOU, MOVED), topics, {"hukou_timing": 1.0})
    assert chosen.article == MOVED
    assert choose(plan_of(TIME, HUKOU, MOVED), topics, {"registration_time": 1.0}).article == TIME


def test_question_is_clear_when_all_the_topics_of_one_article_are_likely_together() -> None:
    """Neither topic is, alone; without the article there is nothing to be sure of."""
    topics = [Ranked(Topic.REGISTRATION_TIME, 0.4), Ranked(Topic.CATEGORY_HOUSE_AND_HUKOU, 0.3)]
    fits = {"other": 1.0, "hukou_timing": 0.9}
    assert choose(plan_of(TIME, HUKOU, MOVED), topics, fits).article == MOVED
    assert choose(plan_of(TIME, HUKOU), topics, fits).article is None


def test_question_is_ours_when_words_and_the_next_topic_lead_to_one_article() -> None:
    """Though it seemed to be none of ours, unless that was as good as sure."""
    fits = {"permit_how": 1.0, "registration_time": 0.5}
    for none_of_ours, ours, chosen in ((0.75, 0.22, PERMIT), (0.75, 0.1, None)):
        topics = [
            Ranked(Topic.OUT_OF_SCOPE, none_of_ours),
            Ranked(Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT, ours),
        ]
        assert choose(plan_of(TIME, PERMIT), topics, fits).article == chosen


def test_question_is_clear_when_words_and_a_likely_topic_lead_to_one_article() -> None:
    """Even where another topic is likelier; words that lead elsewhere leave it open."""
    topics = [
        Ranked(Topic.REGISTRATION_TIME, 0.3),
        Ranked(Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT, 0.28),
        Ranked(Topic.RENTAL, 0.2),
    ]
    assert choose(plan_of(TIME, PERMIT), topics, {"permit_how": 1.0}).article == PERMIT
    assert choose(plan_of(TIME, PERMIT, HUKOU), topics, {HUKOU.key: 1.0, "permit_how": 0.9}).article is None


def test_question_is_none_of_ours_when_words_lead_to_another_article() -> None:
    """Of another topic than what it may be about."""
    topics = [Ranked(Topic.OUT_OF_SCOPE, 0.5), Ranked(Topic.SOCIAL_INSURANCE_RESIDENCE_PERMIT, 0.4)]
    assert choose(plan_of(TIME, PERMIT), topics, {"registration_time": 1.0}).article is None


def test_main_article_is_chosen_when_another_fits_hardly_better() -> None:
    """Of a topic's articles; one that fits clearly better is told."""
    topics = [Ranked(Topic.CATEGORY_HOUSE_AND_HUKOU, 0.9)]
    plan = plan_of(TIME, HUKOU, MOVED)
    assert choose(plan, topics, {"hukou_timing": 1.0, "category_house_and_hukou": 0.95}).article == HUKOU
    assert choose(plan, topics, {"hukou_timing": 1.0, "category_house_and_hukou": 0.6}).article == MOVED


def test_article_of_a_finer_intent_is_chosen_when_words_fit_others_as_well() -> None:
    """The intent bears its name."""
    topics = [Ranked(Topic.CATEGORY_HOUSE_AND_HUKOU, 0.9)]
    fits = {"category_house_and_hukou": 1.0, "hukou_timing": 0.9}
    assert choose(plan_of(TIME, HUKOU, MOVED), topics, fits, "hukou_timing").article == MOVED


def test_finer_question_is_named_when_the_intent_is_inside_a_topic() -> None:
    """Neither a topic nor an act, and nothing where several things are asked at once."""
    topics = (Ranked(Topic.ZONING_SCHOOL_ASSIGNMENT, 0.9),)
    spans = (AskedSpan(0, 2, topics), AskedSpan(2, 4, topics))
    assert Understood("ask_seat_lock", topics).finer == "seat_lock"
    assert Understood("ask_zoning_school_assignment", topics).finer == ""
    assert Understood("inform", topics).finer == ""
    assert Understood("ask_seat_lock", topics, questions=spans).finer == ""
