"""What cannot be read is refused in one line with file, line, place and what to write."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.family_files import FamilyInvalid, judge, read_families
from tests.fakes import demonstration_plan
from tests.storage.family_files.conftest import Refusal, Write

HOME = "房子: [{在: 历下区, 地址: 佛山街12号, 产权人: {妈妈: 100}}]"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("报: 高中", "5: 家庭.某家.报: found '高中'; write 小学"),
        ("户口: {}", "5: 家庭.某家.户口: there is no such field"),
        (
            "报: 小学\n房子: [{在: 市中区, 地址: 一号, 产权人: {妈妈: 100}}]",
            "6: 家庭.某家.房子[0].在: found '市中区'",
        ),
        ("房子: [{在: 历下区, 产权人: {妈妈: 100}}]", "5: 家庭.某家.房子[0].地址: this field is missing"),
        (
            "房子: [{在: 历下区, 地址: 一号, 产权人: {妈妈: 120}}]",
            "5: 家庭.某家.房子[0].产权人.妈妈: found '120'",
        ),
        ("今天: 2027-02-30", "5: 家庭.某家.今天: found '2027-02-30'; write a date"),
        ("社保: [{在: 历下区, 月数: 6, 从: 2026-01}]", "5: 家庭.某家.社保[0]: found"),
        ("社保: [{在: 历下区, 从: 2026-03, 到: 2026-01}]", "5: 家庭.某家.社保[0]: found"),
        (
            f"{HOME}\n学位占用: [{{第几套房: 2, 入学: 2020-09-01, 自家孩子: 否}}]",
            "there is no home 2 under 房子",
        ),
        ("家长说: {房子: 大房子}", "5: 家庭.某家.家长说.房子: found '大房子'; write one of 自己的房子"),
        ("家长说: {生日: 昨天}", "5: 家庭.某家.家长说.生日:"),
        ("社保: [{在: 历下区, 从: 二月}]", "5: 家庭.某家.社保[0].从: found '二月'; write a month"),
        ("今天: 0001-01-01", "5: 家庭.某家.今天: found '0001-01-01'; write 1900-01-01 or more"),
        (
            "今天: 2000-01-01",
            "5: 家庭.某家.今天: the birth date lies in the future on 2000-01-01; write a later",
        ),
        ("家长说: {permit: 是}", "has no fact 'permit'"),
        (
            "报: 小学\n事实: {home_share: 一半}",
            "6: 家庭.某家.事实.home_share: fact 'home_share' is compared with",
        ),
        ("事实: {home_share: {答复: 也许}}", "5: 家庭.某家.事实.home_share"),
        ("应当: {待核实: 是}", "5: 家庭.某家.应当.类型: this field is missing"),
        ("报: 小学\n报: 初中", "6: 家庭.某家: '报' is written twice"),
    ],
)
def test_mistake_is_named_with_its_line_when_a_family_cannot_be_used(
    fields: str, said: str, refusal: Refusal
) -> None:
    """Line 5 is the first of the family's own."""
    assert said in refusal(fields)


def test_file_is_refused_when_it_names_no_plan_or_is_not_utf8(write: Write, tmp_path: Path) -> None:
    """Before any family is looked at."""
    with pytest.raises(FamilyInvalid, match="方案: this field is missing"):
        read_families(write("家庭:\n  某家: {报: 小学}\n"))
    other = tmp_path / "other.yml"
    other.write_bytes("方案: 历下".encode("gb18030"))
    with pytest.raises(FamilyInvalid, match="save it as UTF-8"):
        read_families(other)


_SCALARS = st.none() | st.booleans() | st.integers(-5, 5000) | st.text(max_size=5) | st.dates().map(str)
_FIELDS = st.sampled_from(
    [
        "报",
        "今天",
        "家长说",
        "户口簿",
        "房子",
        "社保",
        "居住证",
        "事实",
        "应当",
        "学位占用",
        "在",
        "成员",
        "类型",
        "从",
        "孩子",
    ]
)
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FIELDS, inner, max_size=4),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.dictionaries(_FIELDS, _ANYTHING, max_size=5))
def test_file_is_read_or_refused_by_name_when_anything_is_written_in_it(
    write: Write, fields: dict[str, object]
) -> None:
    """Never a traceback."""
    family = json.dumps(fields, ensure_ascii=False)
    path = write(f"方案: 370102/2027\n家庭:\n  某家: {family}\n")
    with suppress(FamilyInvalid):
        for case in read_families(path):
            assert judge(case, demonstration_plan()).facts
