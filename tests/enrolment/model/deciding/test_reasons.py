"""Reasons: what is wanted, what is known, how far off it is, by which clause, who says so and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from enrolment.model.deciding.reasons import reasons_of
from enrolment.model.decision import Reason
from enrolment.model.facts import Answer, Evidence, Fact, FactValue
from enrolment.model.plan import Definition, FactKind
from enrolment.model.rules import (
    AllOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsOnce,
    PointsPerMonths,
    PointsTable,
    Rule,
)
from tests.fakes.small_plans import ASKED_AT, CLAUSE, REFERENCE, category, confirmed, small_plan, spec

BOOK = Condition("book", "is", value=True)
HALF_YEAR = Condition("permit", "months_at_least", 6, REFERENCE)
SHARE = Condition("share", "at_least", 50)
FACTS = [
    spec("book", FactKind.YES_NO, "孩子户口在本区"),
    spec("share", FactKind.SHARE, "住房份额"),
    spec("use", FactKind.CHOICE, "住房用途"),
    spec("permit", FactKind.DATE, "居住证"),
    spec("insured", FactKind.MONTHS, "社保"),
    spec("address", FactKind.TEXT, "住房地址"),
]
TABLE = PointsTable(
    "score",
    "积分",
    "丙",
    (
        PointsPerMonths("居住证每满一个月", "permit", 1, 1, 36, REFERENCE),
        PointsPerMonths("社保每满一个月", "insured", 1, 1, 36, REFERENCE),
        PointsOnce("孩子户口在本区", BOOK, 10),
    ),
)


def reasons(rule: Rule, facts: Mapping[str, Fact], *, trust_declared: bool = False) -> tuple[Reason, ...]:
    """The reasons of one category with this rule."""
    term = Definition("term", "自己的住房", rule, "乙")
    plan = small_plan(FACTS, [category("a", 1, rule)], definitions=[term])
    return reasons_of(plan, plan.categories[0], facts, trust_declared=trust_declared)


def found(rule: Rule, value: FactValue) -> str:
    """What the one reason of a rule says is known."""
    leaf = rule.part if isinstance(rule, Negation) else rule
    assert isinstance(leaf, Condition)
    (reason,) = reasons(rule, confirmed({leaf.fact: value}))
    return reason.found


def test_reason_says_who_knows_it_since_when_when_a_department_does() -> None:
    """The department with its data item, and the moment it was asked."""
    (reason,) = reasons(SHARE, confirmed({"share": 100}))
    assert reason.source == "公安部门·家庭常住人口信息"
    assert (reason.obtained_at, reason.answer) == (ASKED_AT, Answer.CONFIRMED)
    assert (reason.fact, reason.title, reason.holds) == ("share", "住房份额", True)
    assert (reason.wanted, reason.found) == ("不低于50%", "100%")


def test_reason_says_it_is_the_guardians_word_when_nobody_was_asked() -> None:
    """Then there is no moment."""
    (reason,) = reasons(SHARE, {"share": Fact("share", Answer.DECLARED, 60)}, trust_declared=True)
    assert (reason.source, reason.obtained_at, reason.found) == ("您的说明", None, "60%")


def test_nearest_clause_counts_when_several_stand_around_a_condition() -> None:
    """The condition's own, else that of the term it belongs to, else the category's."""
    facts = confirmed({"book": True, "share": 60, "use": "住宅"})
    own = Condition("use", "is", "住宅", clause="丙")
    told = reasons(AllOf((BOOK, Meets("term", AllOf((SHARE, own))))), facts)
    assert [(each.fact, each.clause) for each in told] == [("book", CLAUSE), ("share", "乙"), ("use", "丙")]


def test_only_what_fails_is_a_reason_when_a_term_is_not_met() -> None:
    """For a family with a shop, the use is the reason, not the share; and it is what the rule wants."""
    home = Meets("term", AllOf((SHARE, Condition("use", "is", "住宅"))))
    told = reasons(AllOf((BOOK, Negation(home))), confirmed({"book": True, "share": 100, "use": "商业"}))
    assert [(each.fact, each.holds) for each in told] == [("book", True), ("use", False)]
    assert (told[1].wanted, told[1].found) == ("不是住宅", "商业")


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2027, 2, 28), "2027年2月28日起，到2027年8月31日满6个月"),
        (
            date(2027, 3, 1),
            "2027年3月1日起，到2027年8月31日满5个月，还差1个月：最晚2027年2月28日起的才够，晚了1天",
        ),
        (
            date(2027, 9, 1),
            "2027年9月1日起，到2027年8月31日满0个月，还差6个月：最晚2027年2月28日起的才够，晚了185天",
        ),
    ],
)
def test_months_are_counted_out_when_a_date_meets_a_deadline(since: date, words: str) -> None:
    """My date against your deadline: how many months, how many are missing, which day was the last."""
    assert found(HALF_YEAR, since) == words


@pytest.mark.parametrize(
    ("rule", "value", "words"),
    [
        (SHARE, 49, "49%，还差1%"),
        (SHARE, 50, "50%"),
        (Condition("share", "more_than", 50), 50, "50%，还差1%"),
        (Condition("share", "less_than", 50), 50, "50%，多了1%"),
        (Condition("share", "at_most", 50), 52, "52%，多了2%"),
        (Negation(SHARE), 30, "30%"),
        (Negation(SHARE), 60, "60%，多了11%"),
        (Condition("insured", "at_least", 12), 9, "9个月，还差3个月"),
        (BOOK, False, "否"),
        (Condition("use", "is", "住宅"), "none", "没有住房"),
        (Condition("permit", "on_or_before", date(2027, 3, 31)), date(2027, 4, 2), "2027年4月2日，晚了2天"),
        (Condition("permit", "before", date(2027, 3, 31)), date(2027, 3, 31), "2027年3月31日，晚了1天"),
        (Condition("permit", "on_or_after", date(2027, 3, 31)), date(2027, 3, 30), "2027年3月30日，早了1天"),
        (Condition("permit", "on_or_before", date(2027, 3, 31)), date(2027, 3, 31), "2027年3月31日"),
        (
            Condition("permit", "months_less_than", 6, REFERENCE),
            date(2027, 1, 1),
            "2027年1月1日起，到2027年8月31日满7个月",
        ),
    ],
)
def test_gap_is_named_when_the_rules_wish_is_missed(rule: Rule, value: FactValue, words: str) -> None:
    """By how much, and only then."""
    assert found(rule, value) == words


def test_no_address_is_told_when_a_rule_looks_at_one() -> None:
    """Reasons go where addresses may not."""
    rule = Condition("address", "is", "甲路1号")
    assert found(rule, "甲路1号") == "和要求的一样"
    assert found(rule, "乙路2号") == "和要求的不一样"


def test_nothing_is_made_up_when_a_fact_is_unknown() -> None:
    """It says so."""
    (reason,) = reasons(SHARE, {})
    assert (reason.found, reason.answer) == ("还不清楚", Answer.DECLARED)


def test_reason_says_there_is_none_when_the_department_has_no_record() -> None:
    """No permit is not an unknown permit: the condition fails, and a line of points gives nothing."""
    none = {"permit": Fact("permit", Answer.CONFIRMED)}
    (reason,) = reasons(HALF_YEAR, none)
    assert (reason.holds, reason.found) == (False, "没有")
    facts = none | confirmed({"insured": 3, "book": True})
    (points,) = reasons(PointsCondition(TABLE, "at_least", 10), facts)
    assert (points.found, points.lines[0]) == ("13分", "居住证每满一个月：0分（没有）")


def test_points_are_one_reason_with_their_lines_when_all_is_known() -> None:
    """The sum against the wish, then each line."""
    facts = confirmed({"permit": date(2026, 8, 31), "insured": 40, "book": False})
    (reason,) = reasons(PointsCondition(TABLE, "at_least", 60), facts)
    assert (reason.fact, reason.title, reason.clause) == ("score", "积分", "丙")
    assert (reason.wanted, reason.found, reason.holds) == ("不低于60分", "48分，还差12分", False)
    assert reason.lines == (
        "居住证每满一个月：12分（到2027年8月31日满12个月）",
        "社保每满一个月：36分（40个月）",
        "孩子户口在本区：0分",
    )


def test_points_are_a_span_when_something_is_open() -> None:
    """What counts already, and the most it can become; the answer is that of the least known fact."""
    later = ASKED_AT.replace(hour=11)
    evidence = Evidence("real_estate", "natural_resources", "grant-2", later, "e" * 64)
    facts = {
        **confirmed({"permit": date(2026, 8, 31)}),
        "book": Fact("book", Answer.CONFIRMED, value=True, evidence=evidence),
        "insured": Fact("insured", Answer.UNAVAILABLE),
    }
    (reason,) = reasons(PointsCondition(TABLE, "at_least", 60), facts)
    assert (reason.found, reason.answer) == ("现在能算上的是22分，最多58分", Answer.UNAVAILABLE)
    assert reason.lines[1] == "社保每满一个月：还不清楚，0分到36分"
    assert reason.source == "公安部门·家庭常住人口信息、您的说明、自然资源部门·不动产登记信息"
    assert reason.obtained_at == later


def test_condition_is_told_once_when_it_stands_twice() -> None:
    """A rule may rest on the same condition in two terms."""
    assert len(reasons(AllOf((BOOK, BOOK)), confirmed({"book": True}))) == 1
