"""Corrections at the decision card: planned again, and the changed outcome shown."""

from __future__ import annotations

import pytest
from guardian import Guardian


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("户口填错了，户口在老家", "户口不在历下区"),
        ("房子写错了，是爷爷的", "住房在老人名下"),
        ("不对，房子是租的", "在本区没有自家住房"),
        ("不是小学，是初中", "上初中"),
        ("弄错了，应该上初中", "上初中"),
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
    guardian.picks("小学还是初中")

    guardian.picks("上初中")

    assert guardian.card == "decision"
