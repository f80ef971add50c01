"""Answers as guardians write them."""

from __future__ import annotations

from datetime import date

import pytest

from actions.forms.fact_answers import NONE, SKIP, read_answer
from enrolment.model.facts import FactValue
from enrolment.model.plan import FactKind

TODAY = date(2027, 6, 10)
USES = ("住宅", "商业", "办公", "其他")
YES_NO, DATE, MONTHS = FactKind.YES_NO, FactKind.DATE, FactKind.MONTHS
SHARE, CHOICE = FactKind.SHARE, FactKind.CHOICE


def read(text: str, kind: FactKind) -> FactValue | str | None:
    """Read on the demonstration day."""
    return read_answer(text, kind, USES if kind is CHOICE else (), TODAY)


@pytest.mark.parametrize("text", ["有", "有的", "是的", "在", "办了。", "嗯", "有啊", "一样的"])
def test_answer_is_yes_when_it_says_so(text: str) -> None:
    """In few words."""
    assert read(text, YES_NO) is True


@pytest.mark.parametrize("text", ["没有", "没", "不是", "不在", "还没办", "还没办呢", "我们都没有", "不一样"])
def test_answer_is_no_when_it_says_so(text: str) -> None:
    """In few words."""
    assert read(text, YES_NO) is False


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年3月", date(2026, 3, 1)),
        ("去年3月5号", date(2026, 3, 5)),
        ("2026.3.5", date(2026, 3, 5)),
        ("20260305", date(2026, 3, 5)),
        ("二〇二六年三月", date(2026, 3, 1)),
        ("26年3月办的", date(2026, 3, 1)),
        ("今年2月28日", date(2027, 2, 28)),
        ("前年十一月份", date(2025, 11, 1)),
        ("12月", date(2026, 12, 1)),
        ("半年前", date(2026, 12, 10)),
        ("办了一年了", date(2026, 6, 10)),
    ],
)
def test_day_is_read_when_it_is_past(text: str, day: date) -> None:
    """The first of the month where no day is said; told by a year, or by how long ago."""
    assert read(text, DATE) == day


@pytest.mark.parametrize("text", ["2028年3月", "2026年13月", "2026年2月30日", "去年", "2026年", "8"])
def test_no_day_is_read_when_there_is_none_or_it_is_to_come(text: str) -> None:
    """It is asked once more, with an example."""
    assert read(text, DATE) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("8个月", 8),
        ("8", 8),
        ("一年半", 18),
        ("1年", 12),
        ("一年零两个月", 14),
        ("十个月", 10),
        ("缴了6个月", 6),
        ("六个多月", 6),
        ("三年多", 36),
        ("没缴", 0),
        ("0", 0),
    ],
)
def test_months_are_read_when_a_length_of_time_is_said(text: str, months: int) -> None:
    """Whole months."""
    assert read(text, MONTHS) == months


@pytest.mark.parametrize("text", ["2026年", "很久", "好几年"])
def test_no_months_are_read_when_there_is_no_number(text: str) -> None:
    """A year of the calendar is no length of time."""
    assert read(text, MONTHS) is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("50%", 50),
        ("百分之六十", 60),
        ("一半", 50),
        ("全部", 100),
        ("都是我们的", 100),
        ("五成", 50),
        ("没有", 0),
        ("150", None),
        ("一部分", None),
    ],
)
def test_share_is_read_when_it_is_of_a_hundred(text: str, share: int | None) -> None:
    """More than the whole is none."""
    assert read(text, SHARE) == share


@pytest.mark.parametrize(
    ("text", "choice"),
    [("住宅", "住宅"), ("是商业的", "商业"), ("第二个", "商业"), ("3", "办公"), ("9", None)],
)
def test_choice_is_read_when_it_is_named_or_counted(text: str, choice: str | None) -> None:
    """By its words or its place."""
    assert read(text, CHOICE) == choice


@pytest.mark.parametrize("kind", [kind for kind in FactKind if kind is not FactKind.TEXT])
@pytest.mark.parametrize("text", ["不清楚", "先跳过", "记不得了", "我也不太清楚", "忘了"])
def test_question_is_passed_over_when_the_guardian_cannot_say(text: str, kind: FactKind) -> None:
    """Whatever is asked."""
    assert read(text, kind) == SKIP


def test_there_is_no_day_when_there_is_no_such_thing() -> None:
    """Who has no permit has no day of one."""
    assert read("没有居住证", DATE) == NONE


@pytest.mark.parametrize("kind", [YES_NO, DATE, MONTHS, SHARE, CHOICE, FactKind.TEXT])
@pytest.mark.parametrize(
    "text",
    ["有什么用？", "没有会怎么样", "", "/cancel", "南大街101号2号楼3单元401室我们家住了很多年"],
)
def test_nothing_is_read_when_it_is_no_answer(text: str, kind: FactKind) -> None:
    """Questions, commands, and what is too long."""
    assert read(text, kind) is None
