"""What a family could still do, by when, and what it is too late for; never a promise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given

from enrolment.model.deciding.counterfactuals import Counterfactual, counterfactuals, missed_chances
from enrolment.model.deciding.standing import weigh
from enrolment.model.facts import Answer, Fact, FactValue, declared
from enrolment.model.plan import FactKind, Plan, Remedy, Stage
from enrolment.model.rules import (
    AllOf,
    Condition,
    PointsCondition,
    PointsOnce,
    PointsPerMonths,
    PointsTable,
    Rule,
)
from tests.fakes import demonstration_plan
from tests.fakes.random_plans import SOME, confirm, on_days, plans_with_hope, values
from tests.fakes.small_plans import CLOSES, REFERENCE, category, confirmed, small_plan, spec

JANUARY = date(2027, 1, 10)
MARCH_31 = date(2027, 3, 31)
LEASE = Condition("lease", "is", value=True)
LEASE_FILED = Condition("lease_filed_on", "on_or_before", MARCH_31)
HAS_PERMIT = Condition("permit", "is", value=True)
PERMIT = AllOf((HAS_PERMIT, Condition("permit_since", "months_at_least", 6, REFERENCE)))
BOOK = Condition("book", "is", value=True)
FILE_LEASE = "办妥租赁备案"
FACTS = [
    spec("lease", FactKind.YES_NO, "有备案的租赁", remedy=Remedy(FILE_LEASE, "乙", MARCH_31, to=True)),
    spec("lease_filed_on", FactKind.DATE, "租赁备案", remedy=Remedy(FILE_LEASE, "乙", MARCH_31)),
    spec("permit", FactKind.YES_NO, "有居住证", remedy=Remedy("办居住证", "丙", by=None, to=True)),
    spec("permit_since", FactKind.DATE, "居住证", remedy=Remedy("办居住证", "丙")),
    spec("book", FactKind.YES_NO, "户口在本区", remedy=Remedy("把孩子的户口迁进来", "甲", by=None, to=True)),
    spec("insured", FactKind.MONTHS, "社保"),
]


def plan_for(*rules: Rule) -> Plan:
    """Categories b1, b2, … in this order, and c for everyone else."""
    better = [category(f"b{at}", at, rule) for at, rule in enumerate(rules, start=1)]
    return small_plan(FACTS, [*better, category("c", 9, Condition("insured", "at_least", 0))])


NOTHING: Mapping[str, FactValue] = {"lease": False, "permit": False, "insured": 3, "book": False}


def chances(plan: Plan, on: date, values: Mapping[str, FactValue] = NOTHING) -> tuple[Counterfactual, ...]:
    """What a family of these facts can still do."""
    return counterfactuals(plan, confirmed(values), on)


def test_one_deed_is_offered_with_its_last_day_when_it_is_enough() -> None:
    """One lease filing changes two facts, and is one thing to do."""
    (chance,) = chances(plan_for(AllOf((LEASE, LEASE_FILED))), JANUARY)
    assert (chance.category, chance.latest, chance.too_late) == ("b1", MARCH_31, False)
    (action,) = chance.actions
    assert (action.do, action.latest, action.clause) == (FILE_LEASE, MARCH_31, "乙")
    assert action.facts == ("lease", "lease_filed_on")


def test_words_say_day_and_category_and_no_promise_when_offered() -> None:
    """The day itself is included; a category is not a seat."""
    (chance,) = chances(plan_for(AllOf((LEASE, LEASE_FILED))), JANUARY)
    assert chance.in_words == (
        "在2027年3月31日（含当天）前办妥租赁备案，可按“b1类”报名；这说的是报名类型，不等于录取。"
    )


@pytest.mark.parametrize(
    ("on", "offered", "over"),
    [(date(2027, 2, 28), 1, 0), (date(2027, 3, 1), 0, 1)],
    ids=["on the last day", "the day after"],
)
def test_months_are_counted_back_when_the_deed_begins_a_span(on: date, offered: int, over: int) -> None:
    """Six months by 31 August begin on 28 February at the latest."""
    plan = plan_for(PERMIT)
    facts = confirmed(NOTHING)
    assert [each.latest for each in counterfactuals(plan, facts, on)] == [date(2027, 2, 28)] * offered
    assert [each.latest for each in missed_chances(plan, facts, on)] == [date(2027, 2, 28)] * over


def test_words_say_it_is_too_late_when_the_last_day_has_passed() -> None:
    """Parents ask exactly that; it is never among what is offered."""
    (missed,) = missed_chances(plan_for(PERMIT), confirmed(NOTHING), date(2027, 3, 1))
    assert missed.too_late
    assert missed.in_words == "要按“b1类”报名，最晚要在2027年2月28日（含当天）前办居住证，今年已经来不及了。"


def test_last_day_is_that_of_filing_when_the_rule_names_none() -> None:
    """Whatever is done after the window closes serves nobody this year."""
    (chance,) = chances(plan_for(BOOK), JANUARY)
    assert chance.latest == CLOSES
    assert chances(plan_for(BOOK), CLOSES + timedelta(days=1)) == ()
    (missed,) = missed_chances(plan_for(BOOK), confirmed(NOTHING), CLOSES + timedelta(days=1))
    assert missed.latest == CLOSES


def test_two_deeds_are_offered_together_when_no_single_one_suffices() -> None:
    """Each with its own last day; together they are bound by the earlier one."""
    (chance,) = chances(plan_for(AllOf((LEASE, LEASE_FILED, PERMIT))), JANUARY)
    assert [(each.do, each.latest) for each in chance.actions] == [
        (FILE_LEASE, MARCH_31),
        ("办居住证", date(2027, 2, 28)),
    ]
    assert chance.latest == date(2027, 2, 28)
    assert chance.in_words.startswith(
        "在2027年3月31日（含当天）前办妥租赁备案，2027年2月28日（含当天）前办居住证，都办好了，可按“b1类”报名"
    )


def test_day_is_said_once_when_two_deeds_share_it() -> None:
    """Both have until the window closes."""
    plan = plan_for(AllOf((HAS_PERMIT, BOOK)))
    (chance,) = chances(plan, JANUARY)
    assert chance.in_words.startswith(
        "在2027年6月25日（含当天）前办居住证，并且把孩子的户口迁进来，都办好了，"
    )


def test_no_more_deeds_are_offered_than_needed_when_one_is_enough() -> None:
    """A second deed is offered only for a better category."""
    plan = plan_for(AllOf((PERMIT, BOOK)), PERMIT)
    found = chances(plan, JANUARY)
    assert [(each.category, len(each.actions)) for each in found] == [("b1", 2), ("b2", 1)]


def test_lesser_category_is_offered_longer_when_the_better_one_closes_earlier() -> None:
    """By February b1, by March still b2."""
    five_months = Condition("permit_since", "months_at_least", 5, REFERENCE)
    plan = plan_for(PERMIT, AllOf((HAS_PERMIT, five_months)))
    assert [(each.category, each.latest) for each in chances(plan, JANUARY)] == [
        ("b1", date(2027, 2, 28)),
        ("b2", MARCH_31),
    ]


def test_points_that_are_missing_are_counted_when_months_bring_them() -> None:
    """Ten for the lease, one a month of the permit: eight are missing, eight months begin on 31 December."""
    table = PointsTable(
        "score",
        "积分",
        "甲",
        (PointsPerMonths("居住证", "permit_since", 1, 1, 36, REFERENCE), PointsOnce("租赁", LEASE, 10)),
    )
    plan = plan_for(PointsCondition(table, "at_least", 18))
    has_lease = {**NOTHING, "lease": True, "permit_since": date(2027, 8, 1)}
    (chance,) = chances(plan, date(2026, 12, 1), has_lease)
    assert [(each.do, each.latest) for each in chance.actions] == [("办居住证", date(2026, 12, 31))]
    assert chances(plan, date(2027, 1, 1), has_lease) == ()


def test_nothing_is_offered_when_the_family_is_in_the_best_category() -> None:
    """There is nothing to hope for."""
    assert chances(plan_for(BOOK), JANUARY, {**NOTHING, "book": True}) == ()


def test_nothing_is_offered_when_what_is_known_gives_no_clear_category() -> None:
    """First what is open has to be told: it may be settled already."""
    assert chances(plan_for(BOOK), JANUARY, {"insured": 3}) == ()


def test_own_words_count_when_no_department_was_asked() -> None:
    """Parents ask before they file."""
    (chance,) = counterfactuals(plan_for(BOOK), declared(NOTHING), JANUARY)
    assert chance.category == "b1"


def test_deed_is_offered_when_a_family_has_no_category_at_all() -> None:
    """Outside every rule, the first that lets it in is a better one."""
    plan = small_plan(FACTS, [category("b1", 1, BOOK)])
    assert [each.category for each in chances(plan, JANUARY)] == ["b1"]


def test_family_hears_of_its_hukou_when_it_has_a_home_in_lixia() -> None:
    """The shipped plan: a home without hukou becomes 房户一致 by moving the child's hukou in time."""
    plan = demonstration_plan()
    said: dict[str, FactValue] = {
        name: False for name, each in plan.facts.items() if each.kind is FactKind.YES_NO
    }
    said |= {
        "guardian_of_child": True,
        "home_in_county": True,
        "home_owner": "guardian",
        "home_use": "住宅",
        "home_share": 100,
    }
    found = counterfactuals(plan, declared(said), date(2027, 6, 1), stage=Stage.PRIMARY)
    assert found[0].category == "house_and_hukou"
    assert "户口" in found[0].in_words
    assert not any(word in found[0].in_words for word in ("保证", "一定", "概率"))


@SOME
@given(plans_with_hope(), values(), on_days())
def test_single_deeds_have_exactly_the_days_found_when_every_day_is_tried(
    plan: Plan, family: dict[str, FactValue | None], on: date
) -> None:
    """Day by day, from today to the last of filing: the same categories, the same last days."""
    facts = {name: confirm(name, value) for name, value in family.items()}
    found = {
        (each.actions[0].do, each.category, each.latest)
        for each in counterfactuals(plan, facts, on)
        if len(each.actions) == 1
    }
    assert found == _day_by_day(plan, facts, on)


@SOME
@given(plans_with_hope(), values(), on_days())
def test_what_is_offered_leads_there_when_it_is_done_on_its_last_day(
    plan: Plan, family: dict[str, FactValue | None], on: date
) -> None:
    """Alone or together; never late, never worse than now, and what is too late never is in time."""
    facts = {name: confirm(name, value) for name, value in family.items()}
    now = weigh(plan, facts, trust_declared=True).clear
    for each in counterfactuals(plan, facts, on):
        done = dict(facts)
        for action in each.actions:
            assert on <= each.latest <= action.latest <= CLOSES
            done |= _done(plan, action.facts, action.latest)
        reached = weigh(plan, done, trust_declared=True).clear
        assert reached is not None
        assert reached.priority <= plan.category(each.category).priority
        assert now is None or reached.priority < now.priority
    assert all(each.latest < on for each in missed_chances(plan, facts, on))


def _day_by_day(plan: Plan, facts: Mapping[str, Fact], on: date) -> set[tuple[str, str, date]]:
    standing = weigh(plan, facts, trust_declared=True)
    if standing.unknown:
        return set()
    here = standing.holding.priority if standing.holding else 99
    found: dict[tuple[str, str], date] = {}
    for each in plan.facts.values():
        if each.remedy is None or (each.remedy.to is not None and each.remedy.to == facts[each.name].value):
            continue
        worst, day = 0, on
        while day <= min(each.remedy.by or CLOSES, CLOSES):
            reached = weigh(plan, {**facts, **_done(plan, (each.name,), day)}, trust_declared=True).clear
            if reached is None or not worst <= reached.priority < here:
                break
            found[each.remedy.do, reached.key] = day
            worst, day = reached.priority, day + timedelta(days=1)
    return {(do, key, day) for (do, key), day in found.items()}


def _done(plan: Plan, names: tuple[str, ...], day: date) -> dict[str, Fact]:
    made = {}
    for name in names:
        remedy = plan.facts[name].remedy
        assert remedy is not None
        made[name] = Fact(name, Answer.DECLARED, day if remedy.to is None else remedy.to)
    return made
