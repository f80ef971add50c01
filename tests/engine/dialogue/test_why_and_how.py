"""Why a decision is what it is, and what could still be done: from the card, and in free words."""

from __future__ import annotations

import pytest
from guardian import Guardian

RENTING = "我在历下，孩子2020年10月出生，上小学，户口不在这边，租房住"


def test_reasons_are_given_when_why_is_picked_under_the_card(guardian: Guardian) -> None:
    """Each condition, what was found, who says so, by which clause, and by which plan."""
    guardian.gets_as_far_as_decision()
    said = guardian.picks("为什么")

    assert "监护人的房屋份额合计：100%，已核实（规定不低于50%，自然资源部门·不动产登记信息" in said
    assert "按历下区2027年方案（版本" in said
    assert "确认提交" in guardian.choices


@pytest.mark.parametrize("question", ["为什么是这一类", "凭什么这么分", "理由呢", "怎么算出来的这一类"])
def test_reasons_are_given_when_asked_in_free_words(guardian: Guardian, question: str) -> None:
    """The same reasons, however it is asked."""
    guardian.gets_as_far_as_decision()

    assert "按“房户一致居民子女”算" in guardian.says(question)


def test_reasons_are_given_when_the_decision_was_put_aside(guardian: Guardian) -> None:
    """The decision is still there to be asked about."""
    guardian.gets_as_far_as_decision()
    guardian.says("先不报了")

    assert "按“房户一致居民子女”算" in guardian.says("为什么是这一类")


def test_nothing_better_is_said_when_the_category_is_the_best(guardian: Guardian) -> None:
    """No deed is invented."""
    guardian.gets_as_far_as_decision()

    assert "没有查到补办了就能换到更靠前类型的事" in guardian.picks("还能做什么")
    assert "确认提交" in guardian.choices


@pytest.mark.parametrize("question", ["怎么才能往前排一排", "现在还能做些啥补救", "怎么样才能上更好的那类"])
def test_chances_are_told_with_days_when_asked_before_the_decision(guardian: Guardian, question: str) -> None:
    """From the guardian's own words, and never as a promise."""
    guardian.says(RENTING)
    said = guardian.says(question)

    assert "年6月25日（含当天）前" in said
    assert "不等于录取" in said
    assert "保证" not in said
    assert guardian.link == "sign_in", "the pending question comes again"


@pytest.mark.parametrize("question", ["怎么才能算房户一致", "要怎么做才算房户一致呢"])
def test_rule_is_told_when_the_category_wanted_is_named(guardian: Guardian, question: str) -> None:
    """In the plan's own words, with its clause; a category asked for is no fact told."""
    guardian.says(RENTING)
    said = guardian.says(question)

    assert "“房户一致居民子女”的规定是：" in said
    assert "{" not in said
    assert "历下2027-3.1" in said
    assert "改过来了" not in said


def test_what_is_needed_is_said_when_little_is_known(guardian: Guardian) -> None:
    """And the form asks for it."""
    said = guardian.says("怎么才能排到前面去")

    assert "要先知道孩子" in said
    assert guardian.choices
