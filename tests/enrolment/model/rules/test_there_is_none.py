"""A department that settles that there is no such day or number makes comparisons with it false."""

from __future__ import annotations

from datetime import date

import pytest

from enrolment.model.facts import Answer, Fact
from enrolment.model.rules import (
    Condition,
    Negation,
    PointsPerMonths,
    PointsTable,
    evaluate,
    points_bounds,
)
from enrolment.model.truth import Truth

DAY = date(2027, 8, 31)
LONG_ENOUGH = Condition("permit_since", "months_at_least", 6, by=DAY)
NONE = {"permit_since": Fact("permit_since", Answer.CONFIRMED, None)}


@pytest.mark.parametrize(
    "condition",
    [
        LONG_ENOUGH,
        Condition("permit_since", "months_less_than", 6, by=DAY),
        Condition("permit_since", "on_or_before", DAY),
        Condition("permit_since", "is_not", DAY),
    ],
)
def test_comparison_is_false_when_there_is_settled_to_be_none(condition: Condition) -> None:
    """Whichever way it compares: there is nothing to compare."""
    assert evaluate(condition, NONE) is Truth.FALSE
    assert evaluate(Negation(condition), NONE) is Truth.TRUE


@pytest.mark.parametrize("answer", [Answer.NOT_FOUND, Answer.UNAVAILABLE])
def test_comparison_is_unknown_when_nobody_settled_it(answer: Answer) -> None:
    """No value is not the same as none."""
    facts = {"permit_since": Fact("permit_since", answer, None)}
    assert evaluate(LONG_ENOUGH, facts, trust_declared=True) is Truth.UNKNOWN


@pytest.mark.parametrize(("trusting", "truth"), [(True, Truth.FALSE), (False, Truth.UNKNOWN)])
def test_comparison_is_false_when_the_guardian_says_there_is_none(*, trusting: bool, truth: Truth) -> None:
    """As far as the word is taken; the record still decides."""
    facts = {"permit_since": Fact("permit_since", Answer.DECLARED, None)}
    assert evaluate(LONG_ENOUGH, facts, trust_declared=trusting) is truth


def test_no_points_are_left_open_when_there_is_settled_to_be_none() -> None:
    """The line gives nothing; unknown, it could give them all."""
    table = PointsTable("t", "积分", "c", (PointsPerMonths("居住证", "permit_since", 1, 1, 36, DAY),))
    assert points_bounds(table, NONE) == (0, 0)
    assert points_bounds(table, {}) == (0, 36)
