"""Consent in a conversation: any number of items, seen and taken back at any time."""

from __future__ import annotations

import pytest
from guardian import Guardian
from reach import FORMS, Reach


def test_every_item_is_asked_about_when_a_case_rests_on_many(guardian: Guardian) -> None:
    """One question an item, by department; no item has a slot of its own."""
    guardian.surroundings(connect_all=True)
    guardian.says("孩子2020年10月生，户口在历下，我们租房住，想报小学")
    guardian.signs_in()
    guardian.says("登录好了")
    said = [guardian.picks("⟦child:"), guardian.picks("我要挑选")]
    while "还定不下来" not in said[-1] and "先按您说的" not in said[-1] and "核对好了" not in said[-1]:
        said.append(guardian.picks("不同意" if "住房城乡建设部门" in said[-1] else "同意"))

    asked = [each for each in said if each.startswith("同意向")]
    assert len(asked) == len(set(asked)) >= 4
    assert any("网签购房合同信息" in each for each in asked)


@pytest.mark.parametrize(
    "words", ["不让你们查了", "撤回同意", "撤回不动产的授权", "我要撤回授权", "别再查我家了"]
)
def test_nothing_is_there_to_withdraw_when_nobody_agreed_yet(guardian: Guardian, words: str) -> None:
    """It says so, and the consent question comes again."""
    guardian.gets_as_far_as_consent()

    said = guardian.says(words)

    assert "没有同意我们查任何信息" in said
    assert "全部同意" in guardian.choices


def test_one_item_is_withdrawn_in_one_step_when_it_is_named(guardian: Guardian) -> None:
    """It says which paper replaces it, and shows the decision as it is now."""
    guardian.gets_as_far_as_decision()

    said = guardian.says("撤回不动产的授权")

    assert "“不动产登记信息”的同意已经撤回" in said
    assert "不动产权证书" in said
    assert "家庭常住人口" not in said.split("。")[0]
    assert guardian.card == "decision"


def test_everything_is_withdrawn_in_one_step_when_the_guardian_wants_no_look_up(guardian: Guardian) -> None:
    """No question back."""
    guardian.gets_as_far_as_decision()

    said = guardian.says("不让你们查了")

    assert "家庭常住人口信息" in said
    assert "出生医学证明信息" in said
    assert "已经撤回" in said


def test_items_are_offered_when_it_is_not_said_which_to_withdraw(guardian: Guardian) -> None:
    """One tap does it."""
    guardian.gets_as_far_as_decision()
    guardian.says("撤回同意")
    assert {"不动产登记信息", "全部撤回"} <= set(guardian.choices)

    assert "“不动产登记信息”的同意已经撤回" in guardian.picks("不动产登记信息")


def test_what_was_withdrawn_is_not_asked_for_again_when_the_case_is_opened_anew(guardian: Guardian) -> None:
    """No nagging: only who wants to be asked is asked."""
    guardian.gets_as_far_as_decision()
    guardian.says("撤回不动产的授权")

    guardian.says("户口填错了，户口在老家")

    assert guardian.card == "decision"


def test_withdrawn_item_is_asked_again_when_the_guardian_wants_it(guardian: Guardian) -> None:
    """By correcting what was agreed to."""
    guardian.gets_as_far_as_decision()
    guardian.says("撤回不动产的授权")
    guardian.says("我要修改")
    guardian.picks("同意查询的内容")
    assert guardian.card == "consent"

    assert "不用交任何材料" in guardian.says("全部同意")


def test_consents_are_shown_with_a_link_when_the_guardian_asks(guardian: Guardian) -> None:
    """Names of items, never of people."""
    guardian.gets_as_far_as_decision()

    said = guardian.says("我同意了哪些")

    assert "您同意查询：家庭常住人口信息、不动产登记信息、出生医学证明信息" in said
    links = [(each["custom"] or {}).get("link", {}).get("kind") for each in guardian.replies]
    assert "consents" in links


def test_draft_is_checked_again_when_consent_was_changed_on_its_page(guardian: Guardian) -> None:
    """The page tells the conversation."""
    guardian.gets_as_far_as_decision()

    said = guardian.says("/consent_changed")

    assert "重新核对" in said
    assert guardian.card == "decision"


@pytest.mark.parametrize("reach", FORMS)
def test_pending_question_comes_again_when_consents_are_shown(guardian: Guardian, reach: Reach) -> None:
    """From wherever it is asked."""
    before = reach(guardian)
    offered = guardian.choices

    guardian.says("/show_consents")

    assert before
    assert guardian.choices == offered or "sign_in" in str(guardian.replies)
