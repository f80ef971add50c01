"""What guardians read: answers to questions, the decision card, the progress."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enrolment.model.age.birth_date import BirthDate
from enrolment.model.age.eligibility import AgeFinding
from enrolment.model.errors import DecisionMissing, NotSignedIn
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.plan import Stage
from enrolment.services.deciding.check_eligibility import check_eligibility
from enrolment.services.deciding.describe_outcome import describe_outcome
from enrolment.services.filing.show_progress import show_progress
from tests.fakes import FakePlans, FrozenClock
from tests.fakes.office import Office


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
