"""Newcomers whose permit and work no department was asked about: asked by us, and filed whatever they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sandbox.families import find
from tests.journey import path
from tests.journey.conftest import MakeGuardian
from tests.journey.guardian import Guardian
from tests.journey.stack import Stack

# Newcomers of 芝罘区 file from the 16th to the 25th; the stage's own window is open till the 20th.
DAY = date(2027, 6, 17)
OPEN = "类型由工作人员核对后告诉您，先收下，不耽误时间"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Every part, a week after the demonstration day."""
    stack = Stack(tmp_path_factory.mktemp("later"), demonstration_date=DAY)
    try:
        stack.begin()
        yield stack
    finally:
        stack.end()


def asked_first(guardian: Guardian, name: str) -> Guardian:
    """Come to the first question, with nothing looked up."""
    family = find(name)
    assert family
    path.to_consent(guardian, family)
    assert "有芝罘区的居住证吗" in guardian.choose("都不同意").text
    return guardian


def test_newcomers_are_filed_under_their_category_when_they_answer(later: Stack, on: MakeGuardian) -> None:
    """Three answers in their own words; the category is provisional, and named on the card."""
    guardian = asked_first(on(later), "zhifu006")
    assert "居住证是哪一天办的" in guardian.say("有的").text
    assert "缴了几个月社保" in guardian.say("今年2月28号").text
    decision = guardian.say("6个月")

    assert decision.cards["decision"]["title"] == "入学类型：外来务工随迁人员子女（待核实）"
    assert "受理编号是370602-2027-" in guardian.choose("确认提交").text


def test_newcomers_are_filed_without_a_category_when_they_skip_everything(
    later: Stack, on: MakeGuardian
) -> None:
    """The card, the receipt and the timeline say so plainly."""
    guardian = asked_first(on(later), "zhifu032")
    guardian.choose("跳过")
    guardian.say("不清楚")
    decision = guardian.choose("跳过")

    assert decision.cards["decision"]["title"] == "入学类型暂时还不能确定"
    assert decision.row("decision", "报名类型") == OPEN
    assert "居住证" in decision.row("decision", "还要弄清楚的")
    filed = guardian.choose("确认提交")
    assert "受理编号是370602-2027-" in filed.text
    assert filed.row("receipt", "报名类型") == OPEN
    assert "有信息待补充" in guardian.say("进度").text
