"""A guardian enrols a child, from the first message to the timeline."""

from __future__ import annotations

import pytest

from sandbox.families import Family, TrueCategory, families, find
from tests.journey import path
from tests.journey.conftest import MakeGuardian
from tests.journey.guardian import Guardian
from tests.journey.households import Households
from tests.journey.stack import Stack

CATEGORY = {
    TrueCategory.HOUSE_AND_HUKOU: "房户一致",
    TrueCategory.HOUSE_ONLY: "有房无户",
    TrueCategory.GRANDPARENTS_HOME: "随老人",
    TrueCategory.HUKOU_ONLY: "有户无房",
    TrueCategory.MIGRANT: "随迁",
}
MOTHER = "我家孩子2020年10月出生,户口和房子都在历下,想报明年的小学"


def family_of(name: str) -> Family:
    """The synthetic family that signs in under this name."""
    family = find(name)
    assert family
    return family


def test_mother_enrols_her_child_with_no_document_when_every_register_agrees(guardian: Guardian) -> None:
    """The mother of the issue goes the whole path, with three questions in between."""
    first = guardian.say(MOTHER)
    for fact in ("上小学", "2020年10月", "户口在历下区", "住房在父母名下"):
        assert fact in first.text
    assert first.link

    for question, told, clause in (
        ("要带房产证吗", "不用带房产证", "历下2027-6.1"),
        ("咨询电话多少", "0531-8000 0001", "历下2027-8.1"),
        ("差一天满六岁行不行", "2021年8月31日", "历下2027-2.1"),
    ):
        answer = guardian.say(question)
        assert told in answer.text
        assert clause in answer.text
        assert answer.link, "its own question comes again"

    child = guardian.sign_in("sun001")
    assert "孙女士" in child.text
    assert [title for title in child.choices if "女儿，2020年10月生" in title]

    consent = guardian.choose("女儿，2020年10月生")
    rows = consent.cards["consent"]["rows"]
    assert [row["label"] for row in rows] == ["公安部门", "自然资源部门", "卫生健康部门"]
    assert all(row["value"] and row["note"].startswith("用来") for row in rows)

    decision = guardian.choose("全部同意")
    card = decision.cards["decision"]
    assert "房户一致" in card["title"]
    assert decision.row("decision", "还需要带的材料") == "不用带任何材料"
    assert decision.row("decision", "对口学校").startswith("历下区演示")
    reasons = [row["note"] for row in card["rows"] if "已核实" in row["value"]]
    assert all(part in note for part in ("部门", "6月10日", "历下2027-3.") for note in reasons)
    assert len(reasons) >= 3

    receipt = guardian.choose("确认提交")
    number = receipt.receipt
    assert number in [row["value"] for row in receipt.cards["receipt"]["rows"]]
    assert receipt.row("receipt", "下一步")

    progress = guardian.say("进度")
    told = "\n".join(row["value"] for row in progress.cards["timeline"]["rows"])
    for event in ("您同意查询", "核实了：孩子户口在历下区", "房户一致", "您提交了报名"):
        assert event in told
    assert number in progress.text


@pytest.mark.parametrize("name", ["ouyang002", "meng003", "chen004"])
def test_guardian_gets_the_right_category_when_the_family_lives_otherwise(
    guardian: Guardian, name: str
) -> None:
    """A home alone, a hukou alone and neither are decided for what they are."""
    family = family_of(name)
    decision = path.to_decision(guardian, family)
    assert CATEGORY[family.true_category] in decision.cards["decision"]["title"]
    assert "提交好了" in guardian.choose("确认提交").text


def test_card_says_no_when_the_register_says_otherwise_than_the_guardian(
    guardian: Guardian, households: Households
) -> None:
    """A family with a home alone says the hukou is here: the card shows the register's “no”, not a “yes”."""
    family = households.take(TrueCategory.HOUSE_ONLY)
    born = path.entrant(family)
    guardian.say(f"孩子{born.year}年{born.month}月{born.day}日出生，户口和房子都在历下，想在历下上小学")
    guardian.sign_in(family.sign_in_name)
    path.pick_child(guardian, family)
    decision = guardian.choose("全部同意")
    assert "有房无户" in decision.cards["decision"]["title"]
    assert not decision.row("decision", "孩子户口在历下区").startswith("是")


def test_both_children_are_offered_when_a_family_has_two(guardian: Guardian) -> None:
    """F005 has one child for junior school and one for primary school; the younger is enrolled."""
    offered = path.to_child(guardian, family_of("lin005"))
    assert [title for title in offered.choices if "儿子，2015年4月生" in title]
    guardian.choose("女儿，2021年1月生")
    decision = guardian.choose("全部同意")
    assert "房户一致" in decision.cards["decision"]["title"]


def test_six_year_old_is_not_filed_when_the_stage_is_junior(
    guardian: Guardian, households: Households
) -> None:
    """A child who is only entering primary school cannot be filed for junior school by a slip."""
    guardian.say("孩子2015年4月12日出生，户口和房子都在历下，想在历下上初中")
    family = households.take()
    guardian.sign_in(family.sign_in_name)
    answer = path.pick_child(guardian, family)
    assert "consent" not in answer.cards
    assert "小学" in answer.text


def test_guardian_is_shown_a_way_on_when_the_child_is_not_listed(
    guardian: Guardian, households: Households
) -> None:
    """“没有我要报名的孩子” is offered, so it is understood: it names the desk and a phone."""
    path.to_child(guardian, households.take())
    answer = guardian.choose("没有我要报名的孩子")
    assert "没看明白" not in answer.text
    assert "0531-8000 0001" in answer.text


def test_hukou_is_taken_when_it_is_in_a_county_not_served(guardian: Guardian) -> None:
    """“户口在章丘” answers where the hukou is; it is no wish to go to school there."""
    guardian.say("孩子2021年3月8日出生，想在历下上小学")
    answer = guardian.say("我们户口不在这边，是章丘的")
    assert "没有开通" not in answer.text
    assert "有户无房" not in answer.text
    assert "孩子父母名下的" in answer.choices


def test_twins_are_enrolled_one_after_the_other_when_the_guardian_starts_over(guardian: Guardian) -> None:
    """F006 has a girl and a boy of one day; each gets a receipt."""
    path.to_child(guardian, family_of("wu006"))
    guardian.choose("女儿，2021年2月生")
    guardian.choose("全部同意")
    first = guardian.choose("确认提交").receipt

    guardian.say("重新开始")
    guardian.say(path.first_message(family_of("wu006")))
    guardian.choose("儿子，2021年2月生")
    guardian.choose("全部同意")
    second = guardian.choose("确认提交").receipt
    assert first
    assert second not in {"", first}
    assert all(number in str(guardian.say("进度").cards) for number in (first, second))


def test_twin_is_told_apart_by_name_words_when_the_guardian_writes(guardian: Guardian) -> None:
    """“给儿子报” picks the boy of the twins, and a birthday that fits both picks nobody."""
    path.to_child(guardian, family_of("wu006"))
    both = guardian.say("2021年2月14日生的那个")
    assert len([title for title in both.choices if "2021年2月生" in title]) == 2
    assert "儿子" not in guardian.say("给儿子报").choices


def test_child_is_refused_kindly_when_one_day_too_young(guardian: Guardian) -> None:
    """F008 is born on 1 September: told until when, when to come again, and by which clause."""
    answer = guardian.say("孩子2021年9月1日出生，户口和房子都在历下，想上小学")
    for words in ("2021年8月31日", "2028年", "历下2027-2.1"):
        assert words in answer.text
    assert not answer.link


def test_registered_birth_date_counts_when_the_guardian_said_an_earlier_one(guardian: Guardian) -> None:
    """F008 says a date that would do; the register shows one day too young, and that is said kindly."""
    guardian.say("孩子2021年8月31日出生，户口和房子都在历下，想在历下上小学")
    guardian.sign_in("meng008")
    answer = guardian.choose("2021年9月生")
    assert "登记" in answer.text
    assert "2028年" in answer.text
    assert "consent" not in answer.cards


def test_child_is_enrolled_when_born_on_the_last_day(guardian: Guardian) -> None:
    """F007 is born on 31 August and is in time."""
    receipt = path.to_receipt(guardian, family_of("ma007"))
    assert receipt.cards["receipt"]


@pytest.mark.parametrize("family", families(30)[8:], ids=lambda family: family.sign_in_name)
def test_family_gets_its_true_category_when_it_answers_by_choices(
    stack: Stack, on: MakeGuardian, family: Family
) -> None:
    """Every family is decided as a flawless reading of the records would, and filed."""
    guardian = on(stack)
    assert path.answer_by_choices(guardian, family).link
    guardian.sign_in(family.sign_in_name)
    path.pick_child(guardian, family)
    decision = guardian.choose("全部同意")
    assert CATEGORY[family.true_category] in decision.cards["decision"]["title"]
    assert "待核实" not in decision.cards["decision"]["title"]
    if family.true_category is TrueCategory.HOUSE_AND_HUKOU:
        assert decision.row("decision", "还需要带的材料") == "不用带任何材料"
    assert "receipt" in guardian.choose("确认提交").cards
