"""Questions, corrections, cancelling and nonsense in the middle of every form."""

from __future__ import annotations

import pytest
from guardian import Guardian
from reach import FIRST, FORMS, Reach, to_consent, to_submission, to_withdrawal

SHORT = 40
QUESTIONS = ("要带房产证吗", "咨询电话多少", "差一天满六岁行不行", "你们会泄露我的信息吗")


@pytest.mark.parametrize("reach", FORMS)
def test_pending_question_comes_again_once_when_another_is_asked(guardian: Guardian, reach: Reach) -> None:
    """The answer carries its clause; one short sentence with the choices follows, without the card."""
    reach(guardian)
    choices, link = guardian.choices, guardian.link
    for question in QUESTIONS:
        said = guardian.says(question)

        assert "依据：" in said
        assert len(guardian.replies) == 2
        assert len(guardian.replies[-1]["text"] or "") <= SHORT
        assert guardian.choices == choices
        assert (guardian.card, guardian.link) == (None, link)


@pytest.mark.parametrize("reach", FORMS)
def test_reason_is_given_when_the_guardian_asks_why(guardian: Guardian, reach: Reach) -> None:
    """Asking why is never a failure, in any form."""
    reach(guardian)
    choices = guardian.choices

    said = guardian.says("为什么问这个")

    assert "没看明白" not in said
    assert len(guardian.replies) == 2
    assert guardian.choices == choices


@pytest.mark.parametrize("reach", [to_consent, to_submission])
def test_card_is_shown_again_when_the_guardian_asks_to_see_it(guardian: Guardian, reach: Reach) -> None:
    """The card comes with the first question, and with whoever wants to look once more."""
    first = reach(guardian).splitlines()[-1]
    card = guardian.card
    guardian.says("为什么")

    assert guardian.card is None
    assert guardian.says("再看一遍").splitlines()[-1] == first
    assert guardian.card == card


@pytest.mark.parametrize("reach", [to_consent, to_submission])
def test_card_is_shown_again_when_the_guardian_comes_back(guardian: Guardian, reach: Reach) -> None:
    """Whoever stopped and goes on sees the whole question."""
    reach(guardian)
    card = guardian.card
    guardian.says("先不报了")

    guardian.says("继续")

    assert guardian.card == card


@pytest.mark.parametrize("reach", FORMS)
def test_person_is_offered_when_three_answers_failed(guardian: Guardian, reach: Reach) -> None:
    """Other words, then the reason, then the phones; never the same words a third time."""
    reach(guardian)

    said = [guardian.says("嘻嘻嘻") for _ in range(3)]

    assert len(set(said)) == 3
    assert "0531-" in said[2]


@pytest.mark.parametrize("reach", FORMS[:-1])
def test_enrolment_goes_on_when_cancelled_and_resumed(guardian: Guardian, reach: Reach) -> None:
    """Cancelling asks nothing, keeps everything, and one word goes on with the same question."""
    reach(guardian)
    choices = guardian.choices

    assert "都给您留着" in guardian.says("先不报了")
    guardian.says("继续")
    assert guardian.choices == choices


@pytest.mark.parametrize("reach", FORMS[1:-1])
def test_fact_is_corrected_when_a_later_form_is_open(guardian: Guardian, reach: Reach) -> None:
    """A fact of the first form can be corrected from any later one."""
    reach(guardian)

    said = guardian.says("户口填错了，户口在老家")

    assert "改过来了：户口不在历下区" in said
    assert len(guardian.choices) > 1


def test_case_is_checked_again_when_corrected_after_the_decision(
    guardian: Guardian,
) -> None:
    """It says what is asked again before it does it, and shows the new decision."""
    guardian.gets_as_far_as_decision()

    said = guardian.says("房子填错了，没有房子")

    assert said.index("重新核对") < said.index("改过来了") < said.index("确认提交")
    assert guardian.card == "decision"


def test_date_is_completed_with_the_known_year_when_corrected(guardian: Guardian) -> None:
    """A day without its year keeps the year that was told before."""
    guardian.says(FIRST)

    assert "2020年9月3日出生" in guardian.says("生日填错了,是9月3号")
    assert guardian.link == "sign_in"


def test_everything_is_asked_anew_when_started_over(guardian: Guardian) -> None:
    """Nothing told before is kept."""
    guardian.says(FIRST)

    assert "小学一年级，还是上初中" in guardian.says("重新开始")


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("民办学校怎么摇号", "山东2027-4.5"),
        ("转学怎么办理", "山东2027-4.4"),
        ("孩子自闭症能上普通小学吗", "山东2027-3.5"),
    ],
)
@pytest.mark.parametrize("reach", FORMS)
def test_question_of_any_topic_is_answered_when_a_form_is_open(
    guardian: Guardian, reach: Reach, question: str, clause: str
) -> None:
    """With its clause, and the form's own question comes again."""
    reach(guardian)
    choices = guardian.choices

    said = guardian.says(question)

    assert f"依据：{clause}" in said
    assert guardian.choices == choices


def test_question_is_asked_back_when_it_is_in_doubt(guardian: Guardian) -> None:
    """Half understood is not answered with policy; one tap tells what was meant."""
    said = guardian.says("/ask_required_documents@0.3")

    assert "依据：" not in said
    assert "您是想问下面的哪一个" in said
    assert "依据：" in guardian.picks("要带什么材料")


def test_withdrawal_needs_a_clear_yes_when_an_application_was_filed(guardian: Guardian) -> None:
    """No is kept, yes takes it back."""
    to_withdrawal(guardian)
    assert "没有撤回" in guardian.says("不撤了")
    guardian.says("撤回申请")
    assert "已经撤回了" in guardian.picks("确定撤回")


def test_facts_are_taken_and_the_question_answered_when_one_message_holds_both(guardian: Guardian) -> None:
    """A case told together with a question loses neither."""
    said = guardian.says("户口和房子都在历下，孩子2020年10月的，要带什么材料")

    assert "依据：" in said
    assert "我记下了：2020年10月出生" in said
    assert "上小学一年级" in guardian.choices


@pytest.mark.parametrize("text", ["", "😀😀", "啊" * 5000, "/nonsense", "{}", "⟦guardian⟧"])
def test_engine_answers_something_when_a_message_makes_no_sense(guardian: Guardian, text: str) -> None:
    """Whatever comes through is answered."""
    assert guardian.says(text)


@pytest.mark.parametrize("reach", FORMS)
def test_nothing_more_is_asked_when_the_guardian_says_goodbye(guardian: Guardian, reach: Reach) -> None:
    """Whoever leaves is let go, and finds everything again."""
    reach(guardian)

    guardian.says("再见")

    assert len(guardian.replies) == 1
    assert guardian.choices == []


def test_age_is_told_once_when_a_child_is_too_young(guardian: Guardian) -> None:
    """The verdict answers the question; the article would say it again."""
    said = guardian.says("我闺女明年能上一年级吗，她是2021年10月的")

    assert "2028年秋季" in said
    assert said.count("依据：") == 1
