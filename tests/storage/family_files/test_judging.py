"""What came out is compared with what was expected, field by field."""

from __future__ import annotations

import pytest

from storage.family_files import judge
from tests.fakes import demonstration_plan
from tests.storage.family_files.conftest import Family

USUAL = """
家长说: {户口: 不在本地, 房子: 自己的房子}
户口簿: {在: 东昌府区, 地址: 东昌路1号, 成员: {妈妈: 户主, 孩子: 女}}
房子: [{在: 历下区, 地址: 泉城路100号, 产权人: {妈妈: 100}}]
"""


def test_nothing_differs_when_all_is_as_expected(family: Family) -> None:
    """Every field an official can expect."""
    verdict = judge(
        family(f"""{USUAL}
应当:
  类型: 有房无户居民子女
  还要弄清: []
  学校: 历下区演示明湖小学
  理由: [100%, 历下2027-3.6]
  还可以: [{{类型: 房户一致居民子女, 最晚: 2027-06-25}}]
  来不及: []
"""),
        demonstration_plan(),
    )
    assert verdict.differences == ()


@pytest.mark.parametrize(
    ("expected", "of_what", "found"),
    [
        ("类型: 未定", "类型", "有房无户居民子女"),
        ("类型: 有房无户居民子女, 待核实: 是", "待核实", "否"),
        ("类型: 有房无户居民子女, 还要的材料: [户口簿]", "还要的材料", "没有"),
        ("类型: 有房无户居民子女, 还要弄清: [别的]", "还要弄清", "没有"),
        ("类型: 有房无户居民子女, 学校: 未定", "学校", "历下区演示明湖小学"),
        ("类型: 有房无户居民子女, 积分: 60", "积分", "没有积分表"),
        ("类型: 有房无户居民子女, 理由: [租房]", "理由", "100%"),
        ("类型: 有房无户居民子女, 还可以: []", "还可以", "房户一致居民子女，最晚2027-06-25"),
        (
            "类型: 有房无户居民子女, 还可以: [{类型: 房户一致居民子女, 最晚: 2027-06-24}]",
            "还可以",
            "2027-06-25",
        ),
        ("类型: 有房无户居民子女, 来不及: [{类型: 房户一致居民子女}]", "来不及", "没有"),
    ],
)
def test_difference_says_what_was_expected_and_found_when_one_field_is_wrong(
    expected: str, of_what: str, found: str, family: Family
) -> None:
    """One difference each."""
    verdict = judge(family(f"{USUAL}\n应当: {{{expected}}}"), demonstration_plan())
    assert [each.of_what for each in verdict.differences] == [of_what]
    assert found in verdict.differences[0].found
