"""What guardians read: answers to questions, the decision card, the progress."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding
from enrolment.model.errors import DecisionMissing, NotSignedIn, PlanNotFound, TopicUnknown
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
from enrolment.services.answer_question import PolicyAnswer, answer_question
from enrolment.services.check_eligibility import check_eligibility
from enrolment.services.describe_outcome import describe_outcome
from enrolment.services.show_progress import show_progress
from tests.fakes import FakePlans, FrozenClock, demonstration_plan
from tests.fakes.office import SAID, Office


def ask(topic: str, facts: dict[str, FactValue] | None = None) -> PolicyAnswer:
    """Ask the demonstration plan's guide."""
    return answer_question(topic, "370102", None, facts or {}, plans=FakePlans(), clock=FrozenClock())


@pytest.mark.parametrize("topic", sorted(demonstration_plan().articles))
def test_answer_names_clause_year_and_demonstration_when_any_topic_is_asked(topic: str) -> None:
    """No answer without its ground, its year, and the mark of made-up data; no blank left."""
    answer = ask(topic)
    assert answer.citations
    assert all(citation.clause in answer.text for citation in answer.citations)
    assert answer.text.endswith("〔历下区2027年招生方案，演示数据〕")
    assert "{" not in answer.text


@pytest.mark.parametrize("topic", sorted(demonstration_plan().articles))
@pytest.mark.parametrize("promise", ["一定能", "保证", "肯定", "包上", "名额"])
def test_answer_promises_nothing_when_any_topic_is_asked(topic: str, promise: str) -> None:
    """Never a promise or a chance of admission."""
    assert promise not in ask(topic).text


def test_answer_says_no_deed_is_needed_when_the_home_is_ours() -> None:
    """The question "要带房产证吗": no, and nothing else either."""
    text = ask("required_documents", dict(SAID)).text
    assert "不用带房产证" in text
    assert "零证明" in text
    assert "历下2027-6.1" in text


@pytest.mark.parametrize(
    ("owner", "words"), [("grandparent", "老人名下的房子不用带房产证"), ("none", "没有房产证也能报名")]
)
def test_answer_fits_the_family_when_the_home_is_not_theirs(owner: str, words: str) -> None:
    """What was said chooses the wording."""
    assert words in ask("required_documents", {"home_owner": owner}).text


def test_answer_lists_phones_and_hours_when_asked_for_a_phone() -> None:
    """The question "咨询电话多少": county, city, province."""
    text = ask("contact_phone").text
    assert "历下区招生咨询：0531-8000 0001（工作日9:00—17:00）" in text
    assert text.count("0531-") == 3


def test_answer_is_precise_when_one_day_is_missing() -> None:
    """The question "差一天满六岁行不行": no, by clause, with both days."""
    text = ask("age_requirement").text
    assert "2021年8月31日及以前出生" in text
    assert "2021年9月1日出生的，差一天也不到年龄，2028年再报名" in text
    assert "历下2027-2.1" in text


def test_answer_counts_for_the_child_when_the_birth_date_is_known() -> None:
    """The first sentence is about this child."""
    text = ask("age_requirement", {"birth_date": "2021-09-01"}).text
    assert text.startswith("按您说的出生日期（2021年9月1日），孩子要到2028年秋季才到入学年龄")


def test_answer_speaks_of_no_age_when_the_child_goes_to_junior_high() -> None:
    """A stage said chooses the rule."""
    text = ask("age_requirement", {"birth_date": "2014-10", "stage": "junior"}).text
    assert text.startswith("小学应届毕业升初中，没有年龄条件。")


def test_answer_is_refused_when_topic_or_county_is_unknown() -> None:
    """By name."""
    with pytest.raises(TopicUnknown):
        ask("weather")
    with pytest.raises(PlanNotFound):
        answer_question("contact_phone", "370104", None, {}, plans=FakePlans(), clock=FrozenClock())


def test_age_is_checked_by_the_plan_in_force_when_asked() -> None:
    """The mother's child of 2020-10 enters in the plan's year."""
    verdict = check_eligibility(
        Stage.PRIMARY, BirthDate(2020, 10), "370102", plans=FakePlans(), clock=FrozenClock()
    )
    assert (verdict.finding, verdict.entry_year) == (AgeFinding.OF_AGE, 2027)


async def test_card_has_reasons_school_and_no_papers_when_decided() -> None:
    """Everything is in words: the card needs no plan to be read."""
    office = Office()
    draft = await office.verified()
    words = describe_outcome(draft.id, office.conversation, begin=office.store.begin, plans=office.plans)
    assert (words.category, words.clause, words.provisional) == ("房户一致居民子女", "历下2027-3.1", False)
    assert (words.school, words.documents, words.pending) == ("历下区演示佛山小学", (), ())
    assert {reason.finding for reason in words.reasons} == {"是，已核实"}
    assert "公安部门·家庭常住人口信息" in {reason.source for reason in words.reasons}
    assert words.demonstration


async def test_card_says_what_is_pending_when_a_department_is_down() -> None:
    """Which fact, which department, and what happens next."""
    office = Office()
    office.departments.down = {REAL_ESTATE}
    draft = await office.verified()
    words = describe_outcome(draft.id, office.conversation, begin=office.store.begin, plans=office.plans)
    assert words.provisional
    assert words.documents == ("不动产权证书",)
    assert {each.source for each in words.pending} == {"自然资源部门·不动产登记信息"}
    assert {each.finding for each in words.pending} == {"部门暂时没有答复，我们会再查"}


def test_card_is_refused_when_nothing_was_decided() -> None:
    """There is nothing to show yet."""
    office = Office()
    draft = office.open(office.sign_in())
    with pytest.raises(DecisionMissing):
        describe_outcome(draft.id, office.conversation, begin=office.store.begin, plans=office.plans)


async def test_progress_tells_the_story_when_a_case_was_filed() -> None:
    """Sentences in order; facts of one look-up in one line."""
    office = Office()
    draft = await office.verified()
    office.clock.advance(timedelta(minutes=2))
    office.submit(draft)
    progress = show_progress(office.conversation, begin=office.store.begin, plans=office.plans)
    (case,) = progress.cases
    assert case.label == "审核中"
    assert case.next_step.startswith("您不用做什么")
    told = [line.words for line in case.history]
    assert told[0] == "开始填写报名"
    assert "您同意查询：家庭常住人口信息、不动产登记信息、出生医学证明信息" in told
    assert "确定报名类型：房户一致居民子女" in told
    assert told[-3:] == ["您提交了报名", "开始核验", "转给工作人员审核"]
    assert len([words for words in told if "自然资源部门核实了" in words]) == 1


def test_progress_is_refused_when_nobody_signed_in() -> None:
    """No guardian, no story."""
    with pytest.raises(NotSignedIn):
        show_progress("c9", begin=Office().store.begin, plans=FakePlans())
