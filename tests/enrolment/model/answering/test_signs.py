"""What in a question asks for a person."""

from __future__ import annotations

import pytest

from enrolment.model.answering.answer import Handoff
from enrolment.model.answering.signs import asks_live_status, other_year, sign_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("我家孩子录上的几率大不大", Handoff.CHANCES),
        ("按这个条件能录取吗", Handoff.CHANCES),
        ("是不是肯定能上", Handoff.CHANCES),
        ("能不能录上啊", Handoff.CHANCES),
        ("你们能不能保证孩子进泉城小学", Handoff.CHANCES),
        ("敢不敢保证录上", Handoff.CHANCES),
        ("有把握吗", Handoff.CHANCES),
        ("这片哪个小学最好", Handoff.RANKING),
        ("学校排名发我一份", Handoff.RANKING),
        ("差一天真的没法通融吗", Handoff.DISCRETION),
        ("能不能特殊照顾一下", Handoff.DISCRETION),
        ("找熟人行不行", Handoff.DISCRETION),
        ("再这样我就起诉你们", Handoff.DISPUTE),
        ("想申请行政复议", Handoff.DISPUTE),
    ],
)
def test_person_is_needed_when_words_ask_for_one(text: str, reason: Handoff) -> None:
    """Chances, comparisons, exceptions and disputes are nobody's but a person's."""
    assert sign_of(text) is reason


@pytest.mark.parametrize(
    "text",
    [
        "要带什么材料",
        "法院判给我了，谁来报名",
        "离我家最近的小学不是对口的",
        "老大在那个学校，老二能一起吗",
        "孩子能上学吗",
        "录取结果什么时候出",
        "录取通知书怎么领",
        "学校电话多少",
        "能保证孩子都有学上吗",
        "能不能保证信息不泄露",
        "能保证材料上传成功吗",
    ],
)
def test_no_person_is_needed_when_a_rule_answers(text: str) -> None:
    """What the guide can say is not handed over."""
    assert sign_of(text) is None


@pytest.mark.parametrize("text", ["审了没", "到哪一步了", "我的材料审核通过了吗", "还是审核中", "录上了没有"])
def test_live_status_is_meant_when_it_is_the_familys_own(text: str) -> None:
    """How far one's own filing is, is looked up and not answered from a guide."""
    assert asks_live_status(text)


@pytest.mark.parametrize("text", ["什么时候出结果", "审核要多久", "结果在哪里看"])
def test_no_live_status_is_meant_when_it_is_how_things_are_done(text: str) -> None:
    """These have an article."""
    assert not asks_live_status(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("明年的政策会变吗", "2028年"),
        ("去年的规定是什么", "2026年"),
        ("2025年怎么规定的", "2025年"),
        ("政策明年还这样吗", "2028年"),
        ("往年的条件是啥", "往年"),
    ],
)
def test_another_year_is_named_when_its_rules_are_asked_about(text: str, year: str) -> None:
    """As families say it."""
    assert other_year(text, 2027) == year


@pytest.mark.parametrize(
    "text",
    ["想报明年的小学", "2027年的政策", "去年三月落的户，算数吗", "2026年买的房子行不行", "明年秋天上学"],
)
def test_no_other_year_is_named_when_a_date_belongs_to_the_case(text: str) -> None:
    """A deed of last year is no question about last year's rules."""
    assert other_year(text, 2027) == ""
