"""What a department did not find, and papers: asked about in the chat at any time."""

from __future__ import annotations

import pytest
from guardian import Guardian

RENTING = "孩子2020年10月生，户口在历下，房子是我们自己的，想报小学"


def to_not_found(guardian: Guardian) -> str:
    """Go to a decision in which the home is not found."""
    guardian.surroundings(homes=False)
    return guardian.gets_as_far_as_decision()


def test_field_and_cause_are_said_with_the_decision_when_a_home_is_not_found(guardian: Guardian) -> None:
    """Which department, which field, what usually causes it, and the page; never what to type in the chat."""
    said = to_not_found(guardian)

    assert "自然资源部门没有查到" in said
    assert "老房产证还没有换成不动产权证" in said
    assert "别发在聊天里" in said
    assert guardian.link == "records"
    assert "查不到怎么办" in guardian.choices


@pytest.mark.parametrize("words", ["查不到怎么办", "怎么没查到我的房子", "你们查错了", "为什么"])
def test_it_is_said_again_when_the_guardian_asks(guardian: Guardian, words: str) -> None:
    """In free words, too; then the pending question comes again."""
    to_not_found(guardian)

    said = guardian.says(words)

    assert "自然资源部门没有查到" in said
    assert "确认提交" in guardian.choices


def test_decision_is_shown_as_it_is_now_when_the_page_had_it_looked_up(guardian: Guardian) -> None:
    """The page tells the conversation with one word."""
    to_not_found(guardian)
    guardian.surroundings(homes=True)

    said = guardian.says("/records_checked")

    assert "重新查过了" in said
    assert guardian.card == "decision"


def test_nothing_is_said_of_records_when_all_were_found(guardian: Guardian) -> None:
    """No doubt where there is none."""
    said = guardian.gets_as_far_as_decision()

    assert "没有查到" not in said
    assert guardian.link is None
    assert "查不到怎么办" not in guardian.choices


@pytest.mark.parametrize("words", ["去交材料", "材料在哪传", "上传照片", "给我上传的链接"])
def test_page_is_given_whenever_papers_are_asked_for(guardian: Guardian, words: str) -> None:
    """By their titles."""
    to_not_found(guardian)

    said = guardian.says(words)

    assert "您要交的是《" in said
    assert "papers" in guardian.links


def test_none_are_to_be_brought_when_records_say_everything(guardian: Guardian) -> None:
    """One plain sentence, no page."""
    guardian.gets_as_far_as_decision()

    said = guardian.says("去交材料")

    assert "不用交材料" in said
    assert guardian.link is None


def test_guide_answers_when_nothing_was_begun(guardian: Guardian) -> None:
    """Before there is a case, papers are a question of policy."""
    said = guardian.says("材料在哪传")

    assert said
    assert guardian.link is None
