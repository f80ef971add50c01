"""A file of families becomes the records that departments would answer with."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.facts import Answer
from tests.fakes import demonstration_plan
from tests.storage.family_files.conftest import Family

BOOK = "户口簿: {在: 历下区, 地址: 历山路88号, 成员: {妈妈: 户主, 孩子: {关系: 女, 迁入: 2022-08-31}}}"


def test_records_become_facts_when_a_family_is_written_out(family: Family) -> None:
    """Every paper an official can write."""
    facts = family(f"""
{BOOK}
房子:
  - {{在: 历下区, 地址: 历山路88号, 产权人: {{妈妈: 30, 爸爸: 30, 爷爷: 40}}, 登记: 2020-02-29}}
学位占用:
  - {{入学: 2022-09-01, 自家孩子: 否}}
购房合同:
  - {{在: 历城区, 地址: 演示路1号, 备案: 2026-03-01, 已交房: 是, 买房人: [爸爸]}}
租赁备案:
  - {{在: 历下区, 备案: 2026-08-31, 起租: 2026-07-01}}
公租房:
  - {{在: 历下区, 地址: 演示路2号, 入住: 2020-08-31}}
居住证:
  - {{在: 历下区, 起: 2026-11-30, 谁: 爸爸}}
营业执照:
  - {{在: 外省, 起: 2020-01-01}}
企业:
  - {{在: 历下区, 起: 2021-01-01}}
婚姻: 离婚
""").facts(demonstration_plan())
    expected = {
        "hukou_since": date(2022, 8, 31),
        "home_share": 60,
        "home_since": date(2020, 2, 29),
        "home_at_hukou": True,
        "home_seat_used_on": date(2022, 9, 1),
        "home_seat_used_by_sibling": False,
        "contract_in_county": False,
        "contract_delivered": True,
        "lease_filed_on": date(2026, 8, 31),
        "lease_since": date(2026, 7, 1),
        "public_housing_since": date(2020, 8, 31),
        "permit_since": date(2026, 11, 30),
        "licence_in_county": False,
        "company_since": date(2021, 1, 1),
        "parents_married": False,
        "insurance_months": 0,
    }
    assert {name: facts[name].value for name in expected} == expected
    assert all(facts[name].settled for name in expected)


@pytest.mark.parametrize(
    ("written", "months", "since"),
    [
        ("月数: 6", 6, date(2026, 12, 1)),
        ("从: 2026-12, 到: 2027-05", 6, date(2026, 12, 1)),
        ("从: 2026-12", 6, date(2026, 12, 1)),
        ("从: 2026-12, 到: 2026-12", 1, date(2026, 12, 1)),
    ],
)
def test_months_end_with_the_last_whole_month_when_no_end_is_written(
    written: str, months: int, since: date, family: Family
) -> None:
    """Asked on 2027-06-10: June is not paid yet."""
    facts = family(f"{BOOK}\n社保: [{{在: 历下区, {written}}}]").facts(demonstration_plan())
    assert (facts["insurance_months"].value, facts["insurance_since"].value) == (months, since)


def test_home_of_a_grandparent_alone_is_not_found_when_only_guardians_are_asked_about(family: Family) -> None:
    """The same as in earnest."""
    homes = "房子: [{在: 历下区, 地址: 佛山街12号, 产权人: {爷爷: 100}}]"
    facts = family(f"{BOOK}\n{homes}").facts(demonstration_plan())
    assert facts["home_in_county"].value is False


def test_other_parent_stays_unseen_when_no_record_names_them(family: Family) -> None:
    """Without a birth certificate and in the mother's book, nobody knows the father."""
    homes = "房子: [{在: 历下区, 地址: 佛山街12号, 产权人: {爸爸: 100}}]"
    facts = family(f"{BOOK}\n出生证明上的父母: []\n{homes}").facts(demonstration_plan())
    assert "home_in_county" not in facts


def test_answers_differ_when_an_item_is_refused_or_its_department_is_down(family: Family) -> None:
    """Refused: the guardian's word; down: unavailable."""
    said = "家长说: {户口: 在本地, permit_in_county: 是}"
    facts = family(f"{said}\n不同意查: [户口]\n查不到的部门: [居住证]").facts(demonstration_plan())
    assert facts["hukou_in_county"].answer is Answer.DECLARED
    assert facts["permit_in_county"].answer is Answer.UNAVAILABLE


def test_written_answers_stand_when_papers_say_otherwise(family: Family) -> None:
    """With a value, without one, and with another answer."""
    facts = family(f"""
{BOOK}
事实:
  home_share: 50
  permit_since: {{答复: 已核实}}
  lease_filed_on: {{答复: 家长说, 值: 2026-08-31}}
""").facts(demonstration_plan())
    assert (facts["home_share"].answer, facts["home_share"].value) == (Answer.CONFIRMED, 50)
    assert (facts["permit_since"].answer, facts["permit_since"].value) == (Answer.CONFIRMED, None)
    assert facts["lease_filed_on"].answer is Answer.DECLARED
    assert facts["lease_filed_on"].value == date(2026, 8, 31)


def test_day_is_the_first_of_filing_when_none_is_written(family: Family) -> None:
    """Of the stage the family files for."""
    plan = demonstration_plan()
    assert family("报: 小学").today(plan) == date(2027, 6, 10)
    unwritten = family("报: 初中\n今天: 2027-06-11")
    assert unwritten.today(plan) == date(2027, 6, 11)
