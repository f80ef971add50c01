"""An office's article held against the plan: the same day, the same figure, or it is told."""

from __future__ import annotations

import pytest

from enrolment.model.guidance.conflicts import find_conflicts
from storage.plan_files import load
from tests.fakes.plans import PLANS_FOLDER, demonstration_plan

PLAN = demonstration_plan()
WITH_MONTHS = load(PLANS_FOLDER / "370213" / "2027.yml").plan


@pytest.mark.parametrize(
    "text",
    [
        "带上身份证到现场就行。",
        "8月31日（含当天）满6周岁的孩子可以报名。",
        "2027年8月31日满六周岁。",
        "咨询电话：0531-8000 0003。",
        "学校午餐每天12元，自愿参加。",
        "依据历下2027-6.1，材料不用带。",
        "首尾两天都可以报。",
    ],
)
def test_nothing_is_told_when_the_plan_says_the_same_or_nothing(text: str) -> None:
    """Another way to write a figure is no contradiction, and what the plan does not speak of is free."""
    assert find_conflicts(text, PLAN) == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("8月30日满6周岁的孩子可以报名。", "8月30日"),
        ("今年要满7周岁才能报名。", "7周岁"),
        ("2026年8月31日前出生的都行。", "2026年8月31日"),
        ("咨询电话：0531-66666666。", "0531-66666666"),
        ("2026年的规定就是这样。", "2026年"),
    ],
)
def test_figure_is_told_when_the_plan_says_another(text: str, written: str) -> None:
    """With what the plan says, so that whoever reads it knows which of the two to mend."""
    (conflict,) = find_conflicts(text, PLAN)
    assert conflict.written == written
    assert conflict.plan_says
    assert written in conflict.told


def test_months_are_held_against_months_when_the_plan_counts_any() -> None:
    """In numerals of either kind, in months or years; a plan that counts none says nothing."""
    assert [each.written for each in find_conflicts("租房要满五十九个月。", WITH_MONTHS)] == ["五十九个月"]
    assert find_conflicts("租房要满五十九个月。", PLAN) == ()
