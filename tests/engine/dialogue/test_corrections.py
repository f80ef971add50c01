"""Corrections at the decision card: planned again, and the changed outcome shown."""

from __future__ import annotations

import pytest
from guardian import Guardian


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("户口填错了，户口在老家", "户口不在历下区"),
        ("房子写错了，是爷爷的", "住房在老人名下"),
        ("不对，房子是租的", "在历下区没有自家住房"),
    ],
)
def test_new_value_is_planned_anew_when_told_at_the_decision(
    guardian: Guardian, said: str, told: str
) -> None:
    """The change is read back, the departments are asked again, and the card is new."""
    guardian.gets_as_far_as_decision()

    answer = guardian.says(said)

    assert f"改过来了：{told}" in answer
    assert guardian.card == "decision"
    assert "确认提交" in guardian.choices


@pytest.mark.parametrize(
    ("said", "choice"),
    [("改一下户口", "不在历下区"), ("我想改户口", "不在历下区"), ("房子那项不对", "姥姥姥爷")],
)
def test_question_is_asked_again_when_only_the_fact_is_named(
    guardian: Guardian, said: str, choice: str
) -> None:
    """Then the new answer leads back to a new card by itself."""
    guardian.gets_as_far_as_decision()
    assert "重新核对" in guardian.says(said)

    guardian.picks(choice)

    assert guardian.card == "decision"


def test_registered_birth_date_is_explained_when_corrected_after_the_child_was_chosen(
    guardian: Guardian,
) -> None:
    """The registered date counts; nothing is planned anew for it."""
    guardian.gets_as_far_as_decision()

    assert "按登记的生日办" in guardian.says("生日填错了，是9月3号")
    assert guardian.choices[0] == "确认提交"


def test_other_choices_are_offered_when_the_guardian_wants_to_change_something(guardian: Guardian) -> None:
    """One tap names what, another gives the new answer."""
    guardian.gets_as_far_as_decision()
    guardian.picks("我要修改")
    guardian.picks("户口")

    guardian.picks("不在历下区")

    assert guardian.card == "decision"


@pytest.mark.parametrize("said", ["不是小学，是初中", "弄错了，应该上初中"])
def test_stage_is_changed_when_a_child_may_be_in_either(guardian: Guardian, said: str) -> None:
    """A child of eight can be filed for both, and is planned anew."""
    guardian.says("我家孩子2019年3月出生，户口和房子都在历下，想报小学")
    guardian.signs_in("two")
    guardian.says("登录好了")
    guardian.says("老大")
    guardian.says("全部同意")

    answer = guardian.says(said)

    assert "改过来了：上初中" in answer
    assert "初级中学" in answer
    assert guardian.card == "decision"


@pytest.mark.parametrize("said", ["不是小学，是初中", "弄错了，应该上初中"])
def test_child_stays_in_primary_school_when_junior_school_is_a_slip(guardian: Guardian, said: str) -> None:
    """A child who only starts school is not filed for junior school."""
    guardian.gets_as_far_as_decision()

    answer = guardian.says(said)

    assert "还没到升初中的时候" in answer
    assert guardian.choices == ["上小学一年级", "上初中"]
    guardian.picks("上小学")
    assert guardian.card == "decision"
