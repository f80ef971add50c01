"""Mutants are what they say: one change, put back wherever the plan uses it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import Category, Definition, Plan
from enrolment.model.rules import (
    OPERATORS,
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsOnce,
    PointsPerMonths,
    PointsTable,
    evaluate,
)
from tests.fakes import demonstration_plan
from tests.mutation.changes import changes_of_leaf
from tests.mutation.mutants import mutants_of
from tests.mutation.rules import changes_of
from tests.mutation.score import score
from tests.mutation.shipped import cases_of

HERE = Condition("hukou_in_county", "is", value=True)
SHARE = Condition("home_share", "at_least", 50)
DAY = date(2027, 8, 31)


def operand(op: str) -> tuple[str, FactValue, date | None]:
    """A fact and a value that an operator takes."""
    if op.startswith("months"):
        return "permit_since", 6, DAY
    if op in {"on_or_after", "on_or_before", "after", "before"}:
        return "permit_since", DAY, None
    return "home_share", 50, None


@pytest.mark.parametrize("op", sorted(OPERATORS))
def test_every_comparison_is_flipped_so_that_some_family_tells(op: str) -> None:
    """At the edge or beside it, each flip gives another answer than the comparison."""
    fact, value, by = operand(op)
    leaf = Condition(fact, op, value, by)
    values: list[FactValue] = [date(2027, 2, 27), date(2027, 2, 28), date(2027, 1, 31), DAY, date(2027, 9, 1)]
    if fact == "home_share":
        values = [49, 50, 51]
    flips = [change for change in changes_of_leaf(leaf, "rule") if change.flip]
    assert flips
    for change in flips:
        facts = [{fact: Fact(fact, Answer.CONFIRMED, each)} for each in values]
        assert any(evaluate(leaf, each) is not evaluate(change.rule, each) for each in facts), change.words


def test_joins_parts_and_negations_are_changed_when_a_rule_has_them() -> None:
    """Each named with its place."""
    rule = AllOf((HERE, Negation(AnyOf((SHARE, HERE)))))
    found = Counter((change.place, change.words) for change in changes_of(rule, "rule"))
    for place, words in (
        ("rule", "all -> any"),
        ("rule.all[0]", "taken away"),
        ("rule.all[1]", "not taken away"),
        ("rule.all[1].not", "any -> all"),
        ("rule.all[1].not.any[0]", "taken away"),
        ("rule.all[1].not.any[0]", "at_least 50 (home_share) -> more_than 50 (home_share)"),
    ):
        assert found[place, words] == 1
    assert all(change.rule != rule for change in changes_of(rule, "rule"))


def plan_with_points() -> Plan:
    """A plan whose one category rests on a term, and that on points for the term itself."""
    term = Definition("term", "认定", HERE, "历下2027-3.1")
    table = PointsTable(
        "table",
        "积分",
        "历下2027-3.1",
        (
            PointsOnce("户口", Meets("term", HERE), 10),
            PointsPerMonths("居住证", "permit_since", 1, 1, 36, DAY),
        ),
    )
    rule = AnyOf((Meets("term", HERE), PointsCondition(table, "at_least", 20)))
    category = Category("one", "一类", 1, rule, "历下2027-3.1", "note")
    return replace(
        demonstration_plan(), categories=(category,), definitions={"term": term}, points={"table": table}
    )


def test_changed_term_is_put_back_everywhere_when_rules_and_points_use_it() -> None:
    """In the category, in the definition, and in the points table inside the category's rule."""
    elsewhere = Condition("hukou_in_county", "is_not", value=True)
    mutant = next(each for each in mutants_of(plan_with_points()) if each.place == "definitions.term.rule")
    assert mutant.plan.definitions["term"].rule == elsewhere
    rule = mutant.plan.category("one").rule
    assert isinstance(rule, AnyOf)
    points = rule.parts[1]
    assert rule.parts[0] == Meets("term", elsewhere)
    assert isinstance(points, PointsCondition)
    assert points.table == mutant.plan.points["table"]
    assert points.table.items[0] == PointsOnce("户口", Meets("term", elsewhere), 10)


def test_points_are_changed_when_a_table_gives_them() -> None:
    """Points, months a point takes, the most there are, the day they are counted to."""
    words = [each.words for each in mutants_of(plan_with_points()) if each.place == "points.table.items[1]"]
    assert words == [
        "taken away",
        "points 1 -> 0",
        "points 1 -> 2",
        "up_to 36 -> 35",
        "up_to 36 -> 37",
        "each 1 -> 2",
        "by 2027-08-31 -> 2027-08-30",
        "by 2027-08-31 -> 2027-09-01",
    ]


def test_survivors_are_named_when_a_plan_has_no_families() -> None:
    """Nobody notices anything."""
    result = score(demonstration_plan(), [])
    assert len(result.survivors) == result.mutants
    assert result.flips_survived
    assert result.percent == 0


def test_score_is_refused_when_a_family_is_not_as_expected_to_begin_with() -> None:
    """Else every mutant would seem noticed."""
    plan = demonstration_plan()
    renamed = replace(plan, categories=tuple(replace(each, title="别的") for each in plan.categories))
    with pytest.raises(ValueError, match="differ already"):
        score(renamed, cases_of("370102/2027"))
