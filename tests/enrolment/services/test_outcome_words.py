"""Reasons as a guardian reads them."""

from __future__ import annotations

import pytest

from enrolment.services.deciding.describe_outcome import ReasonWords
from enrolment.services.deciding.outcome_words import standing, telling

HOME = ReasonWords("登记的住房在芝罘区", "否，已核实", "1", "自然资源部门", None, "否", "否")
SHARE = ReasonWords("监护人的房屋份额合计", "否，已核实", "1", "自然资源部门", None, "低于50%", "0%，还差50%")


@pytest.mark.parametrize(
    ("finding", "found", "said"),
    [
        ("是，已核实", "100%", "100%，已核实"),
        ("否，已核实", "5个月，还差1个月", "5个月，还差1个月，已核实"),
        ("是，已核实", "是", "是，已核实"),
        ("没有查到登记", "", "没有查到登记"),
        ("按您的说明，还没有核实", "是", "按您的说明，还没有核实"),
    ],
)
def test_figure_is_said_when_the_record_holds_one(finding: str, found: str, said: str) -> None:
    """A share of “yes” says nothing to anybody."""
    assert standing(ReasonWords("份额", finding, "1", "部门", None, "不低于50%", found)) == said


def test_word_is_not_called_a_record_when_only_the_guardian_said_it() -> None:
    """What she did not raise is settled without a department."""
    own = ReasonWords("网签备案的新房在历下区", "否，已核实", "1", "您的说明", None, "否", "否")

    assert standing(own) == "否，按您的说明"


def test_share_is_left_out_when_there_is_no_home() -> None:
    """Whoever has no home is not told of no part of it."""
    assert telling([HOME, SHARE]) == [HOME]


def test_share_is_kept_when_there_is_a_home() -> None:
    """A small share of a home is the reason."""
    assert telling([SHARE]) == [SHARE]
