"""Dates and ID numbers that are right, wrong, or somebody else's."""

from __future__ import annotations

import pytest
from guardian import Guardian
from reach import (
    FORMS,
    Reach,
    to_eligibility,
)


def test_birth_date_is_taken_from_a_valid_id_number_and_a_wrong_one_is_explained(guardian: Guardian) -> None:
    """The number itself never reaches the engine, its finding does."""
    to_eligibility(guardian)
    wrong = {"kind": "citizen_id", "reference": "r", "problem": "check_digit", "birth_date": None}
    right = {"kind": "citizen_id", "reference": "r", "problem": None, "birth_date": "2020-10-15"}

    assert "校验码对不上" in guardian.says("⟦citizen_id⟧", wrong)
    assert "2020年10月15日" in guardian.says("⟦citizen_id⟧", right)


@pytest.mark.parametrize("problem", ["check_digit", "birth_date", "future", "region", "length"])
@pytest.mark.parametrize("text", ["⟦citizen_id⟧", "我的身份证号是⟦citizen_id⟧，你看看"])
@pytest.mark.parametrize("reach", FORMS)
def test_wrong_id_number_is_explained_when_it_comes_at_any_point(
    guardian: Guardian, reach: Reach, text: str, problem: str
) -> None:
    """What is wrong with it, an example that can be nobody's, and the pending question once more."""
    reach(guardian)
    choices = guardian.choices
    said = guardian.says(
        text, {"kind": "citizen_id", "reference": "r", "problem": problem, "birth_date": None}
    )

    assert "您发的身份证号" in said
    assert "123456202001011234" in said
    assert guardian.choices == choices
    assert guardian.card is None


@pytest.mark.parametrize("reach", FORMS)
def test_case_stays_as_it_is_when_a_grown_up_sends_the_own_id_number(
    guardian: Guardian, reach: Reach
) -> None:
    """A parent's number says nothing of the child's birthday."""
    reach(guardian)
    choices = guardian.choices
    mine = {"kind": "citizen_id", "reference": "r", "problem": None, "birth_date": "1990-03-01"}

    assert "大人的身份证号" in guardian.says("⟦citizen_id⟧", mine)
    assert guardian.choices == choices


def test_impossible_date_is_said_with_the_reason_and_an_example(guardian: Guardian) -> None:
    """Which, why, and how to write it."""
    to_eligibility(guardian)

    assert "没有13月" in guardian.says("2020年13月")
    assert "2月没有30号" in guardian.says("2020年2月30号")
