"""Points while something is open: the fewest and the most a family can still have."""

from __future__ import annotations

from hypothesis import given

from enrolment.model.facts import Fact, FactValue
from enrolment.model.rules import PointsTable, Rule, evaluate, points_bounds
from enrolment.model.truth import Truth
from tests.fakes.random_plans import RULES, SOME, TABLES, completed, known, values


@SOME
@given(TABLES, known(), values())
def test_points_lie_between_the_bounds_when_everything_becomes_known(
    table: PointsTable, facts: dict[str, Fact], rest: dict[str, FactValue | None]
) -> None:
    """Whatever the open facts turn out to be; and with all of them known the bounds meet."""
    fewest, most = points_bounds(table, facts)
    low, high = points_bounds(table, completed(facts, rest))
    assert low == high
    assert fewest <= low <= most


@SOME
@given(RULES, known(), values())
def test_rule_stays_true_or_false_when_everything_becomes_known(
    rule: Rule, facts: dict[str, Fact], rest: dict[str, FactValue | None]
) -> None:
    """What is settled early is settled for good, points included; nothing is unknown in the end."""
    early, late = evaluate(rule, facts), evaluate(rule, completed(facts, rest))
    assert late is not Truth.UNKNOWN
    assert early in {late, Truth.UNKNOWN}
