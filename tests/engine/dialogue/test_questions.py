"""What no department can say is asked in talk; nobody has to answer, and everybody can file."""

from __future__ import annotations

import pytest
from guardian import Guardian

FIRST = "孩子2020年10月15日出生，户口不在芝罘，租房住，想在芝罘上小学"
PERMIT, SINCE, MONTHS = "有芝罘区的居住证吗", "居住证是哪一天办的", "一共缴了几个月社保"
OPEN = "类型由工作人员核对后告诉您，先收下，不耽误时间"


@pytest.fixture
def newcomer(guardian: Guardian) -> Guardian:
    """A guardian new to 芝罘区, asked the first question; no department was asked anything."""
    guardian.finds_served(芝罘="370602")
    guardian.surroundings(now="2027-06-17T09:30:00+08:00")
    guardian.says(FIRST)
    guardian.signs_in()
    guardian.says("登录好了")
    guardian.picks("⟦child:")
    assert PERMIT in guardian.says("都不同意")
    return guardian


def test_category_is_found_when_the_guardian_answers(newcomer: Guardian) -> None:
    """One at a time, each read back; then the provisional category, and filing."""
    assert newcomer.choices == ["有", "没有", "不清楚，先跳过", "为什么问这个"]
    assert SINCE in newcomer.picks("有")
    said = newcomer.says("去年3月5号")
    assert "2026年3月5日" in said
    assert MONTHS in said

    decision = newcomer.says("一年半")

    assert "18个月" in decision
    assert "外来务工随迁人员子女" in decision
    assert newcomer.card == "decision"
    assert "受理编号是370602-2027-" in newcomer.picks("确认提交")


def test_other_questions_fall_away_when_one_no_settles_it(newcomer: Guardian) -> None:
    """Without a permit its day is not asked."""
    decision = newcomer.says("没有")

    assert SINCE not in decision
    assert "其他儿童" in decision


def test_application_is_filed_when_everything_is_skipped(newcomer: Guardian) -> None:
    """No question comes twice, and the category stays open in plain words."""
    asked = [newcomer.picks("跳过"), newcomer.says("不清楚")]
    assert [MONTHS in asked[0], "营业执照" in asked[1]] == [True, True]

    decision = newcomer.says("记不清了")

    assert OPEN in decision
    assert "确认提交" in newcomer.choices
    filed = newcomer.says("提交")
    assert "受理编号是370602-2027-" in filed
    assert OPEN in filed
    assert PERMIT not in newcomer.says("继续")


def test_example_is_given_once_when_an_answer_is_unclear(newcomer: Guardian) -> None:
    """The question comes a second time with an example, and never a third time."""
    newcomer.says("有")
    again = newcomer.says("好久以前了")
    assert "比如“2026年3月”" in again
    assert SINCE in again

    assert SINCE not in newcomer.says("挺早以前办的")


def test_day_that_is_still_to_come_is_not_taken(newcomer: Guardian) -> None:
    """A permit cannot have been made tomorrow."""
    newcomer.says("有")

    assert "已经过去的日子" in newcomer.says("2028年3月")


def test_question_comes_again_when_something_was_asked_in_between(newcomer: Guardian) -> None:
    """Questions of policy, and why it is asked, are answered first."""
    assert PERMIT in newcomer.says("要带什么材料")
    why = newcomer.picks("为什么")
    assert "部门那里暂时查不到" in why
    assert PERMIT in why


def test_what_is_to_be_cleared_up_is_named_when_the_category_is_open(newcomer: Guardian) -> None:
    """How to get a better one is answered with what is still open, and the question comes again."""
    said = newcomer.says("/ask_how_to")

    assert "要先弄清楚：有芝罘区的居住证、在烟台市缴社保的月数" in said
    assert PERMIT in said


def test_answers_are_asked_anew_when_the_guardian_corrects_them(newcomer: Guardian) -> None:
    """A slip of the thumb is no fate."""
    newcomer.picks("没有")
    newcomer.picks("我要修改")

    assert PERMIT in newcomer.picks("后来问我的几个问题")


def test_answers_are_kept_when_the_departments_are_asked_again(newcomer: Guardian) -> None:
    """What was answered or skipped is not asked again."""
    newcomer.picks("有")
    newcomer.picks("跳过")
    assert SINCE not in newcomer.says('/inform{"submission": "retry"}')


def test_talk_pauses_when_the_guardian_stops(newcomer: Guardian) -> None:
    """Stopping is no answer; going on asks the same question."""
    assert "先停在这里" in newcomer.says("先不报了")

    assert PERMIT in newcomer.says("继续")
