"""The path from the first message to the receipt, on the real engine, the real actions and real services."""

from __future__ import annotations

import pytest
from guardian import Guardian

FIRST = "我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学"


def test_facts_are_read_back_and_sign_in_is_next_when_one_message_tells_the_case(guardian: Guardian) -> None:
    """Nothing told is asked again."""
    said = guardian.says(FIRST)

    assert "我记下了：上小学，2020年10月出生，在历下区上学，户口在历下区，住房在父母名下。" in said
    assert "2027年秋季" in said
    assert guardian.link == "sign_in"
    assert "我登录好了" in guardian.choices


def test_entry_year_is_named_when_the_guardian_meant_another(guardian: Guardian) -> None:
    """Filing is open now for a child who is of age now."""
    assert "您说的“明年”，按年龄就是今年（2027年）秋季" in guardian.says(FIRST)


@pytest.mark.parametrize(
    "text",
    [
        "孩子2020年10月生，户口房子都在历下，想报今年的小学",
        "孩子2020年10月生，户口明年迁到历下，报小学",
        "孩子2021年10月生，户口房子都在历下，明年上小学",
    ],
)
def test_nothing_is_said_of_the_year_when_it_was_not_meant_otherwise(guardian: Guardian, text: str) -> None:
    """The right year, a year of something else, and a child who does start next year."""
    assert "您说的“明年”" not in guardian.says(text)


def test_entry_year_is_named_when_the_birth_date_comes_later(guardian: Guardian) -> None:
    """What was meant is kept until the age is known."""
    guardian.says("想报明年的小学")

    assert "您说的“明年”" in guardian.says("2020年10月")
    assert "您说的“明年”" not in guardian.says("生日填错了，是11月")


def test_questions_come_one_at_a_time_when_little_was_told(guardian: Guardian) -> None:
    """Each question has its choices, and bare answers are taken."""
    assert "小学一年级，还是上初中" in guardian.says("我要报名")
    assert "哪年哪月出生" in guardian.says("小学")
    assert "几月生的" in guardian.says("2020年")
    assert "12月" in guardian.choices
    assert "哪个区上学" in guardian.says("10")
    assert "户口在历下区吗" in guardian.says("历下")
    assert "谁名下" in guardian.says("在")
    guardian.says("老人的")
    assert guardian.link == "sign_in"


def test_application_is_filed_when_the_guardian_agrees_to_everything(guardian: Guardian) -> None:
    """Sign-in, child, consent, decision, receipt, timeline."""
    guardian.says(FIRST)
    guardian.signs_in()
    assert "⟦guardian⟧" in guardian.says("/signed_in")
    assert guardian.choices[0].endswith("（女儿，2020年10月生）")
    guardian.picks("⟦child:")
    assert (guardian.card, guardian.choices[:3]) == ("consent", ["全部同意", "我要挑选", "都不同意"])

    decision = guardian.picks("全部同意")
    assert "房户一致" in decision
    assert "不用交任何材料" in decision
    assert (guardian.card, guardian.choices) == (
        "decision",
        ["确认提交", "我要修改", "为什么", "还能做什么", "先不报了"],
    )

    assert "受理编号是370102-2027-" in guardian.picks("确认提交")
    assert guardian.card == "receipt"
    assert "审核中" in guardian.says("进度")
    assert guardian.card == "timeline"


def test_first_receipt_is_shown_when_the_child_is_filed_a_second_time(guardian: Guardian) -> None:
    """A second application is refused by the child's name."""
    guardian.gets_as_far_as_decision()
    receipt = guardian.picks("确认提交").split("受理编号是")[1][:20]
    guardian.says("重新开始")
    guardian.says(FIRST)

    again = guardian.picks("⟦child:")

    assert again.startswith("⟦child:")
    assert f"今年已经报过名了，第一次的受理编号是{receipt}" in again
    assert guardian.card == "receipt"


def test_sign_in_is_asked_again_when_the_guardian_only_says_so(guardian: Guardian) -> None:
    """A word is no sign-in; the link is offered again, kindly and in other words."""
    first = guardian.says(FIRST)
    again = guardian.says("好了")

    assert "还没有看到您登录成功" in again
    assert guardian.link == "sign_in"
    assert first.splitlines()[-1] != again.splitlines()[-1]


def test_enrolment_stops_kindly_when_the_child_is_too_young(guardian: Guardian) -> None:
    """It says when, by which clause, and asks for no sign-in; a correction goes on."""
    said = guardian.says("孩子2021年9月出生，户口房子都在历下，想报小学")

    assert "2028年秋季" in said
    assert "依据：" in said
    assert guardian.link is None

    guardian.says("生日填错了，是8月3号")
    assert guardian.link == "sign_in"


def test_registered_birth_date_counts_when_it_differs_from_the_one_told(guardian: Guardian) -> None:
    """The ID number's date replaces the guardian's, and the guardian is told."""
    guardian.says("孩子2020年9月3日出生，上小学，户口房子都在历下")
    guardian.signs_in("two")
    guardian.says("登录好了")

    assert "您说的生日和登记的不一样，按登记的办：2020年10月15日" in guardian.says("老二")


def test_registered_child_is_refused_kindly_when_too_young_for_the_stage(guardian: Guardian) -> None:
    """Whatever was told before, the registered date decides, and other ways are offered."""
    guardian.says(FIRST)
    guardian.signs_in("young")
    guardian.says("登录好了")

    said = guardian.says("是的")

    assert "按登记的出生日期（2021年9月20日）" in said
    assert "2028年" in said
    assert "换个孩子" in guardian.choices


def test_only_the_refused_item_costs_papers_when_the_guardian_picks(guardian: Guardian) -> None:
    """Item by item with its purpose; refusing one is said to cost that one alone."""
    guardian.gets_as_far_as_consent()
    assert "公安部门" in guardian.picks("我要挑选")
    assert "自然资源部门" in guardian.picks("同意")
    assert "卫生健康部门" in guardian.picks("不同意")

    said = guardian.picks("同意")

    assert "您没有同意的我们不去查" in said
    assert "不动产权证书" in said
    assert "出生" not in said.split("还需要您交")[1]
    assert "再核对一次" not in guardian.choices, "nothing new would come of it"


def test_no_deed_is_asked_for_when_a_family_without_a_home_refuses_the_register(guardian: Guardian) -> None:
    """Nobody can bring the deed of a home that does not exist."""
    guardian.says("孩子2020年10月生，户口在历下，我们租房住，想报小学")
    guardian.signs_in()
    guardian.says("登录好了")
    guardian.picks("⟦child:")
    guardian.says("我要挑选")
    guardian.picks("同意")
    guardian.picks("不同意")

    said = guardian.picks("同意")

    assert "不动产权证书" not in said
    assert "再核对一次" not in guardian.choices


def test_open_fact_is_named_when_a_department_does_not_answer(guardian: Guardian) -> None:
    """It says which look-up is open, offers to file and to check again."""
    guardian.surroundings(departments_down=["real_estate"])

    said = guardian.gets_as_far_as_decision()

    assert "不动产登记信息（部门暂时没有答复" in said
    assert {"确认提交", "再核对一次"} <= set(guardian.choices)
    guardian.surroundings(departments_down=[])
    assert "不用交任何材料" in guardian.picks("再核对一次")


def test_opening_day_is_said_when_filing_is_closed(guardian: Guardian) -> None:
    """Nothing is lost; it says when."""
    guardian.gets_as_far_as_decision()
    guardian.surroundings(now="2027-07-20T10:00:00+08:00")

    said = guardian.picks("确认提交")

    assert "2027年6月1日" in said
    assert "都留着" in said


@pytest.mark.parametrize("day", ["2027-06-10T11:00:00+08:00", "2027-06-12T09:30:00+08:00"])
def test_greeting_offers_to_go_on_when_a_step_is_pending_for_long(guardian: Guardian, day: str) -> None:
    """After an hour or on another day the step is named, and one word goes on."""
    guardian.says(FIRST)
    guardian.now = day

    assert "接着办吗" in guardian.says("你好")
    guardian.picks("接着办")
    assert guardian.link == "sign_in"


def test_turn_is_given_up_and_can_be_repeated_when_the_database_is_down(guardian: Guardian) -> None:
    """Nothing is said and nothing is lost: the same message goes on once the database is back."""
    from ruxue_engine.failures import ActionsUnavailable  # noqa: PLC0415 - only the engine's environment has it

    guardian.says(FIRST)
    guardian.signs_in()
    guardian.surroundings(database_down=True)
    with pytest.raises(ActionsUnavailable):
        guardian.says("登录好了")
    guardian.surroundings(database_down=False)

    assert "⟦child:" in guardian.says("登录好了")
