"""A message gets its answers: computed, from the guide, asked back, or from a person."""

from __future__ import annotations

import pytest

from enrolment.model.answering.answer import Answers, Handoff, Status
from enrolment.model.answering.told_facts import Readings
from enrolment.model.answering.understood import AskedSpan, Ranked, ToldFact, Understood
from enrolment.model.errors import PlanNotFound
from enrolment.model.plan.topics import Topic
from enrolment.services.answering import Asked, answer_message
from tests.fakes import FakePlans, FrozenClock
from tests.fakes.guide_search import FakeSearch, understood


def ask(
    text: str,
    means: Understood,
    *finds: str,
    year: int | None = None,
    authority: str = "370102",
    known: Readings | None = None,
) -> Answers:
    """Ask the demonstration plan."""
    asked = Asked(authority, text, means, known or Readings(), year)
    return answer_message(asked, plans=FakePlans(), search=FakeSearch(finds), clock=FrozenClock())


def test_answer_is_the_topics_article_with_its_clauses_when_it_is_clear() -> None:
    """With year and version below it."""
    answers = ask("电话多少", understood(Topic.CONTACT_PHONE))
    assert (answers.first.status, answers.first.article) == (Status.ANSWERED, "contact_phone")
    assert [each.clause for each in answers.citations] == ["历下2027-8.1"]
    assert answers.text.endswith(
        f"依据：历下2027-8.1（咨询和投诉）。〔历下区2027年招生方案，版本{answers.plan.version}，演示数据〕"
    )


def test_answer_is_the_finest_article_when_words_lead_to_one_of_the_topic() -> None:
    """The topic decides first, then the words."""
    means = understood(Topic.REGISTRATION_TIME)
    assert ask("要不要抢", means, "first_come").first.article == "first_come"
    assert ask("要不要抢", means, "fees").first.article == "registration_time"


def test_known_facts_choose_the_wording_when_an_article_has_several() -> None:
    """The question "要带房产证吗" of a family with a home and hukou here."""
    known = Readings(
        {"hukou_in_county": True, "home_owner": "guardian"},
        {"hukou_in_county": True, "home_owner": "guardian"},
    )
    assert "不用带房产证" in ask("要带房产证吗", understood(Topic.REQUIRED_DOCUMENTS), known=known).text


def test_told_fact_is_used_when_the_message_itself_tells_it() -> None:
    """Case and question in one breath."""
    means = understood(Topic.CATEGORY_HUKOU_ONLY, told={"hukou": "here", "home": "none"})
    assert "按“有户无房居民子女”报名" in ask("户口在这没房，按啥报", means).text


def test_fact_is_asked_for_when_the_own_case_needs_it() -> None:
    """The rule first, then one plain question."""
    answers = ask("我家孩子今年能上吗", understood(Topic.AGE_REQUIREMENT))
    assert (answers.first.status, answers.missing) == (Status.NEED_INFO, ("birth_date",))
    assert "2021年8月31日及以前出生" in answers.text
    assert "孩子是哪年哪月哪日出生的？" in answers.text
    assert answers.citations


def test_three_topics_are_offered_when_a_question_is_not_clear() -> None:
    """In the guide's words; nothing is guessed."""
    near = (Topic.RENTAL, Topic.TRANSFER_SCHOOL, Topic.OUT_OF_SCOPE, Topic.SPECIAL_NEEDS, Topic.CONTACT_PHONE)
    answers = ask("那个咋弄", understood(*near, confidence=0.3))
    assert answers.first.status is Status.CLARIFY
    assert [each.topic for each in answers.choices] == [
        Topic.RENTAL,
        Topic.TRANSFER_SCHOOL,
        Topic.SPECIAL_NEEDS,
    ]
    assert answers.citations == ()


def test_less_certainty_is_enough_when_the_words_lead_to_the_same_topic() -> None:
    """Two signs that agree."""
    means = understood(
        Topic.RENTAL, Topic.TRANSFER_SCHOOL, Topic.SPECIAL_NEEDS, Topic.DELAY_ENTRY, confidence=0.35
    )
    assert ask("租房咋弄", means).first.status is Status.CLARIFY
    assert ask("租房咋弄", means, "rental").first.article == "rental"


def test_told_case_decides_when_only_the_category_is_unclear() -> None:
    """Sure that a category is asked for, unsure which; without a case the nearest are offered."""
    ranked = (
        Ranked(Topic.CATEGORY_HOUSE_ONLY, 0.44),
        Ranked(Topic.CATEGORY_HUKOU_ONLY, 0.21),
        Ranked(Topic.AGE_REQUIREMENT, 0.09),
    )
    told = (ToldFact("hukou", "here"), ToldFact("home", "none"))
    text = "我家户口在这，没有房子，能行吗"
    answered = ask(text, Understood("ask_category_house_only", ranked, told))
    assert "按“有户无房居民子女”报名" in answered.text
    assert answered.first.status is Status.ANSWERED
    assert ask(text, Understood("ask_category_house_only", ranked)).first.status is Status.CLARIFY


def test_out_of_scope_is_said_when_it_is() -> None:
    """No article, no clause, no guess."""
    answers = ask("股票涨了吗", understood(Topic.OUT_OF_SCOPE), "fees")
    assert (answers.first.status, answers.citations) == (Status.OUT_OF_SCOPE, ())


@pytest.mark.parametrize(
    ("text", "topic", "intent", "reason", "words"),
    [
        ("审了没", Topic.REVIEW_STATUS_RESULT, "", Handoff.LIVE_STATUS, "发“进度”"),
        ("录取的希望大不大", Topic.REVIEW_STATUS_RESULT, "", Handoff.CHANCES, "谁也不能提前说"),
        ("哪个小学最好", Topic.ZONING_SCHOOL_ASSIGNMENT, "", Handoff.RANKING, "不作比较"),
        ("能通融一下吗", Topic.AGE_REQUIREMENT, "", Handoff.DISCRETION, "只能由工作人员"),
        ("我要起诉", Topic.COMPLAINT, "", Handoff.DISPUTE, "由人来办"),
        ("你们踢皮球", Topic.COMPLAINT, "complain", Handoff.ANGER, "对不起"),
        ("转人工", Topic.OTHER_IN_SCOPE, "talk_to_human", Handoff.WISH, "找工作人员"),
        ("明年的政策会变吗", Topic.ZONING_SCHOOL_ASSIGNMENT, "", Handoff.OTHER_YEAR, "2028年"),
    ],
)
def test_person_takes_over_when_one_has_to(
    text: str, topic: Topic, intent: str, reason: Handoff, words: str
) -> None:
    """With the reason in words, and whom to call."""
    answers = ask(text, understood(topic, intent=intent))
    assert (answers.first.status, answers.first.handoff) == (Status.HANDOFF, reason)
    assert words in answers.text
    assert "0531-8000 0001" in answers.text
    assert answers.citations


def test_rule_is_told_before_the_person_when_an_exception_is_asked_for() -> None:
    """The clerk says the rule, and who may look beyond it."""
    text = ask("差一天，通融一下吧", understood(Topic.AGE_REQUIREMENT)).text
    assert text.index("2021年8月31日及以前出生") < text.index("只能由工作人员")


def test_two_questions_get_two_answers_when_a_message_asks_both() -> None:
    """In their order; the first gives status and topic."""
    text = "啥时候报名，带啥材料"
    spans = (
        AskedSpan(0, 5, (Ranked(Topic.REGISTRATION_TIME, 0.9),)),
        AskedSpan(6, len(text), (Ranked(Topic.REQUIRED_DOCUMENTS, 0.8),)),
    )
    means = Understood("ask_required_documents", (Ranked(Topic.REQUIRED_DOCUMENTS, 0.6),), (), spans)
    answers = ask(text, means)
    assert [part.article for part in answers.parts] == ["registration_time", "required_documents"]
    assert (answers.first.topic, answers.first.status) == (Topic.REGISTRATION_TIME, Status.ANSWERED)
    assert {each.clause for each in answers.citations} >= {"历下2027-5.1", "历下2027-6.1"}


def test_answer_comes_once_when_two_questions_have_the_same() -> None:
    """Nobody is told a thing twice."""
    span = (Ranked(Topic.CONTACT_PHONE, 0.9),)
    means = Understood("ask_contact_phone", span, (), (AskedSpan(0, 2, span), AskedSpan(3, 5, span)))
    assert len(ask("电话，电话", means).parts) == 1


def test_person_is_still_called_when_the_next_question_has_the_same_article() -> None:
    """The rule alone is no answer to somebody who asks for an exception; it is not told twice either."""
    text = "过了时间能通融吗？什么时候报名？"
    span = (Ranked(Topic.REGISTRATION_TIME, 0.9),)
    spans = (AskedSpan(0, 9, span), AskedSpan(9, len(text), span))
    for asked in (spans, spans[::-1]):
        answers = ask(text, Understood("ask_registration_time", span, (), asked))
        assert {part.handoff for part in answers.parts} == {Handoff.DISCRETION, None}
        assert answers.text.count("首尾两天都可以报") == 1


def test_question_is_refused_when_there_is_no_plan() -> None:
    """By the plan's own name for it."""
    for authority, year in (("370104", None), ("370102", 2025)):
        with pytest.raises(PlanNotFound):
            ask("电话", understood(Topic.CONTACT_PHONE), authority=authority, year=year)
