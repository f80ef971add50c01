"""Rules in plain words: every comparison, both ways round, and how lists of conditions are joined."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from enrolment.model.deciding.rule_words import condition_in_words, rule_in_words, wanted_in_words
from enrolment.model.plan import Definition, FactKind, Plan
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsOnce,
    PointsTable,
    Rule,
    leaves,
)
from tests.fakes import demonstration_plan
from tests.fakes.random_plans import SOME, plans
from tests.fakes.small_plans import CLAUSE, REFERENCE, category, months, small_plan, spec

MARCH = date(2027, 3, 31)
BOOK = Condition("book", "is", value=True)
HOME = Condition("home", "is", value=True)
TABLE = PointsTable("score", "积分", CLAUSE, (PointsOnce("有户口", BOOK, 10),))
PLAN = small_plan(
    [
        spec("book", FactKind.YES_NO, "孩子户口在本区"),
        spec("home", FactKind.YES_NO, "有住房"),
        spec("use", FactKind.CHOICE, "住房用途"),
        spec("share", FactKind.SHARE, "住房份额"),
        spec("insured", FactKind.MONTHS, "社保"),
        spec("permit", FactKind.DATE, "居住证"),
    ],
    [category("a", 1, BOOK)],
    definitions=[Definition("own_home", "自己的住房", HOME, "乙")],
    thresholds=[months("half_year", 6)],
)
HALF_YEAR = Condition("permit", "months_at_least", 6, REFERENCE, threshold="half_year")


@pytest.mark.parametrize(
    ("condition", "plain", "turned_round"),
    [
        (BOOK, "孩子户口在本区", "孩子户口在本区：否"),
        (Condition("book", "is_not", value=True), "孩子户口在本区：否", "孩子户口在本区"),
        (Condition("use", "is", "住宅"), "住房用途：住宅", "住房用途：不是住宅"),
        (Condition("use", "is", "guardian"), "住房用途：监护人", "住房用途：不是监护人"),
        (
            Condition("use", "one_of", ("住宅", "公寓")),
            "住房用途：住宅、公寓中的一种",
            "住房用途：不是住宅、公寓中的任何一种",
        ),
        (Condition("share", "at_least", 50), "住房份额：不低于50%", "住房份额：低于50%"),
        (Condition("share", "more_than", 50), "住房份额：超过50%", "住房份额：不超过50%"),
        (Condition("insured", "at_least", 12), "社保：不低于12个月", "社保：低于12个月"),
        (
            HALF_YEAR,
            "居住证：满6个月（算到2027年8月31日）",
            "居住证：不满6个月（算到2027年8月31日）",
        ),
        (
            Condition("permit", "months_less_than", 3, REFERENCE, first_day_counts=True),
            "居住证：不满3个月（算到2027年8月31日，起算当天也算一天）",
            "居住证：满3个月（算到2027年8月31日，起算当天也算一天）",
        ),
        (
            Condition("permit", "on_or_before", MARCH),
            "居住证：2027年3月31日（含当天）以前",
            "居住证：2027年3月31日以后（不含当天）",
        ),
        (
            Condition("permit", "before", MARCH),
            "居住证：2027年3月31日以前（不含当天）",
            "居住证：2027年3月31日（含当天）以后",
        ),
        (PointsCondition(TABLE, "at_least", 60), "积分不低于60分", "积分低于60分"),
    ],
)
def test_condition_is_said_both_ways_when_it_may_stand_under_a_not(
    condition: Condition | PointsCondition, plain: str, turned_round: str
) -> None:
    """What counts, in or out, and whether the named day is included, is in the words."""
    assert condition_in_words(condition, PLAN) == plain
    assert condition_in_words(condition, PLAN, negated=True) == turned_round
    assert rule_in_words(Negation(condition), PLAN) == turned_round


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (AllOf((BOOK, HOME)), "孩子户口在本区；并且有住房"),
        (AnyOf((BOOK, HOME)), "孩子户口在本区，或者有住房"),
        (
            AllOf((BOOK, AnyOf((HOME, HALF_YEAR)))),
            "孩子户口在本区；并且（有住房，或者居住证：满6个月（算到2027年8月31日））",
        ),
        (AllOf((BOOK, AllOf((HOME, BOOK)))), "孩子户口在本区；并且有住房；并且孩子户口在本区"),
        (AllOf((BOOK,)), "孩子户口在本区"),
        (Meets("own_home", HOME), "符合“自己的住房”"),
        (Negation(Meets("own_home", HOME)), "不符合“自己的住房”"),
        (Negation(Negation(BOOK)), "孩子户口在本区"),
        (Negation(AllOf((BOOK, HOME))), "孩子户口在本区：否，或者有住房：否"),
        (Negation(AnyOf((BOOK, HOME))), "孩子户口在本区：否；并且有住房：否"),
    ],
)
def test_rule_is_said_in_one_sentence_when_it_joins_conditions(rule: Rule, words: str) -> None:
    """And binds closer than or where brackets say so; a not is carried into what it is about."""
    assert rule_in_words(rule, PLAN) == words


@SOME
@given(plans())
def test_words_name_every_condition_when_the_rule_is_random(plan: Plan) -> None:
    """Nothing a rule asks is left out, except behind a term's title."""
    for each in plan.categories:
        words = rule_in_words(each.rule, plan)
        if "认定条件" not in words:
            assert all(_said(leaf, plan) in words for leaf in leaves(each.rule))


def _said(leaf: Condition | PointsCondition, plan: Plan) -> str:
    return plan.facts[leaf.fact].title if isinstance(leaf, Condition) else leaf.table.title


def test_rules_of_the_demonstration_plan_read_well_when_said() -> None:
    """Every category has words, without a key or a placeholder in them."""
    plan = demonstration_plan()
    for each in plan.categories:
        words = rule_in_words(each.rule, plan)
        assert words
        assert not any(mark in words for mark in ("_", "{", "$", "True", "None"))
    assert "符合“" in rule_in_words(plan.category("house_and_hukou").rule, plan)


def test_wish_is_said_alone_when_the_title_stands_elsewhere() -> None:
    """A card has a column for the title."""
    assert wanted_in_words(HALF_YEAR, PLAN) == "满6个月（算到2027年8月31日）"
    assert wanted_in_words(BOOK, PLAN, negated=True) == "否"
