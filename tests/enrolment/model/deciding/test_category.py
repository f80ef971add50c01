"""Deciding the category: priorities, what blocks, what is trusted, and which reasons are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.deciding.category import decide
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import FactKind, Plan, Stage
from enrolment.model.rules import AllOf, Condition, Negation
from tests.fakes import demonstration_plan
from tests.fakes.random_plans import SOME, completed, confirm, known, plans, values
from tests.fakes.small_plans import TODAY, category, confirmed, small_plan, spec

HOME = Condition("home", "is", value=True)
BOOK = Condition("book", "is", value=True)
FACTS = (
    spec("home", FactKind.YES_NO, "有住房", documents=["deed"]),
    spec("book", FactKind.YES_NO, "有户口", documents=["book"]),
    spec("asked_for", FactKind.YES_NO, "属于优待对象", asked=False),
)
CLAIM = category("claimed", 1, Condition("asked_for", "is", value=True))
BOTH = category("both", 2, AllOf((BOOK, HOME)))
HOME_ONLY = category("home_only", 3, AllOf((Negation(BOOK), HOME)))
BOOK_ONLY = category("book_only", 4, AllOf((BOOK, Negation(HOME))))
PLAN = small_plan(FACTS, [CLAIM, BOTH, HOME_ONLY, BOOK_ONLY])
UNCLAIMED: Mapping[str, FactValue] = {"asked_for": False}


def test_category_is_decided_when_every_condition_is_confirmed() -> None:
    """The first category that holds wins; nothing is open."""
    decision = decide(PLAN, confirmed({**UNCLAIMED, "home": True, "book": True}), TODAY)
    assert (decision.category, decision.decided, decision.deciding_facts) == ("both", True, ())
    assert (decision.on, decision.plan_version) == (TODAY, PLAN.version)


def test_lower_categories_are_blocked_when_a_higher_one_is_unknown() -> None:
    """A home that may yet be found keeps the case open, and says so."""
    decision = decide(PLAN, confirmed({**UNCLAIMED, "book": True}), TODAY)
    assert (decision.category, decision.deciding_facts) == (None, ("home",))
    assert [each.category for each in decision.ruled_out] == ["claimed", "home_only"]


def test_own_words_decide_nothing_when_they_are_not_trusted() -> None:
    """A declared fact leaves the case open."""
    facts = stated_facts(PLAN, {"home": True, "book": True})
    assert decide(PLAN, facts, TODAY).category is None


def test_category_is_provisional_when_own_words_are_trusted() -> None:
    """The answer before any department is asked, with what it rests on."""
    decision = decide(PLAN, stated_facts(PLAN, {"home": True, "book": True}), TODAY, trust_declared=True)
    assert (decision.category, decision.provisional, decision.decided) == ("both", True, False)
    assert decision.deciding_facts == ("book", "home")
    assert {reason.source for reason in decision.reasons} == {"您的说明"}


def test_claim_keeps_the_case_open_when_made() -> None:
    """A claim that only papers and a person can settle is never decided by itself."""
    facts = stated_facts(PLAN, {"asked_for": True}) | confirmed({"home": True, "book": True})
    decision = decide(PLAN, facts, TODAY)
    assert (decision.category, decision.deciding_facts) == (None, ("asked_for",))


def test_nothing_is_open_when_no_category_fits() -> None:
    """A family outside every rule has no category, and no fact would give one; why not is said."""
    decision = decide(PLAN, confirmed({**UNCLAIMED, "home": False, "book": False}), TODAY)
    assert (decision.category, decision.deciding_facts) == (None, ())
    assert [each.category for each in decision.ruled_out] == ["claimed", "both", "home_only", "book_only"]


def test_better_categories_say_why_not_when_a_lower_one_is_decided() -> None:
    """The parent's "为什么不是房户一致": the one condition that fails, as it is known."""
    decision = decide(PLAN, confirmed({**UNCLAIMED, "home": True, "book": False}), TODAY)
    assert decision.category == "home_only"
    both = next(each for each in decision.ruled_out if each.category == "both")
    assert [(each.fact, each.holds, each.wanted, each.found) for each in both.reasons] == [
        ("book", False, "是", "否")
    ]
    assert both.title == "both类"


def test_categories_of_a_stage_alone_count_when_a_stage_is_named() -> None:
    """What primary schools know is no category of junior high."""
    plan = replace(PLAN, categories=(CLAIM, replace(BOTH, stages=(Stage.PRIMARY,)), category("any", 9, BOOK)))
    facts = confirmed({**UNCLAIMED, "home": True, "book": True})
    assert decide(plan, facts, TODAY, stage=Stage.PRIMARY).category == "both"
    assert decide(plan, facts, TODAY, stage=Stage.JUNIOR).category == "any"
    assert decide(plan, facts, TODAY).category == "both"


def _equals(plan_order: tuple[str, ...], together: Mapping[str, tuple[str, ...]]) -> Plan:
    return small_plan(FACTS, [category(key, 1, BOOK, filed_with=together.get(key, ())) for key in plan_order])


def test_first_of_the_file_wins_when_two_hold_at_equal_priority() -> None:
    """The order of the file decides, every time."""
    assert decide(_equals(("b", "a"), {}), confirmed({"book": True}), TODAY).category == "b"
    assert decide(_equals(("a", "b"), {}), confirmed({"book": True}), TODAY).category == "a"


def test_others_are_listed_when_they_may_be_filed_together() -> None:
    """Only those the plan names, on either side, and only where they hold."""
    plan = _equals(("a", "b", "c", "d"), {"a": ("b",), "c": ("a",)})
    assert decide(plan, confirmed({"book": True}), TODAY).also == ("b", "c")
    failing = replace(plan, categories=(*plan.categories[:1], category("b", 1, Negation(BOOK))))
    assert decide(failing, confirmed({"book": True}), TODAY).also == ()


def test_family_of_the_demonstration_plan_is_decided_when_all_is_confirmed() -> None:
    """The shipped plan of 历下区, with every claim left unraised."""
    plan = demonstration_plan()
    said: dict[str, FactValue] = {"hukou_in_county": True, "home_in_county": True, "home_owner": "guardian"}
    settled: dict[str, FactValue] = {
        **said,
        "guardian_of_child": True,
        "home_use": "住宅",
        "home_share": 100,
    }
    decision = decide(plan, stated_facts(plan, said) | confirmed(settled), TODAY, stage=Stage.PRIMARY)
    assert (decision.category, decision.decided) == ("house_and_hukou", True)
    assert {"hukou_in_county", "home_in_county", "home_use", "home_share"} <= {
        reason.fact for reason in decision.reasons
    }
    assert all(reason.clause in plan.clauses for reason in decision.reasons)


@SOME
@given(plans(), known(), values())
def test_category_stays_decided_when_unknown_facts_become_known(
    plan: Plan, facts: dict[str, Fact], rest: dict[str, FactValue | None]
) -> None:
    """What is decided with some facts is decided the same with all of them, whatever they turn out to be."""
    partly, fully = decide(plan, facts, TODAY), decide(plan, completed(facts, rest), TODAY)
    if partly.decided:
        assert (fully.category, fully.decided) == (partly.category, True)
        assert set(partly.also) <= set(fully.also)
    elif not partly.deciding_facts:
        assert fully.category is None


@SOME
@given(plans(), known(), st.data())
def test_reasons_all_stay_when_a_fact_is_confirmed_after_the_decision(
    plan: Plan, facts: dict[str, Fact], data: st.DataObject
) -> None:
    """One more record never takes a reason away from what records decided."""
    before = decide(plan, facts, TODAY)
    name, value = data.draw(st.sampled_from(sorted(values_of(data).items())))
    if before.decided and not (name in facts and facts[name].settled):
        after = decide(plan, {**facts, name: confirm(name, value)}, TODAY)
        told = {(each.fact, each.wanted) for each in after.reasons}
        assert {(each.fact, each.wanted) for each in before.reasons} <= told


def values_of(data: st.DataObject) -> dict[str, FactValue | None]:
    """A value for every fact, drawn within a test."""
    return data.draw(values())


@SOME
@given(plans(), known(), values())
def test_case_gets_decided_when_its_deciding_facts_are_answered_in_turn(
    plan: Plan, facts: dict[str, Fact], rest: dict[str, FactValue | None]
) -> None:
    """Answering what is listed, again and again, always ends: the list is never beside the point."""
    answered = dict(facts)
    for _ in range(len(rest) + 1):
        decision = decide(plan, answered, TODAY)
        if decision.decided or not decision.deciding_facts:
            break
        assert not any(name in answered and answered[name].settled for name in decision.deciding_facts)
        answered |= {name: confirm(name, rest[name]) for name in decision.deciding_facts}
    assert decision.category == decide(plan, completed(facts, rest), TODAY).category


@SOME
@given(plans(), known())
def test_answer_is_the_provisional_one_when_the_words_it_rests_on_prove_right(
    plan: Plan, facts: dict[str, Fact]
) -> None:
    """Settling exactly the deciding facts as said gives the provisional category for good."""
    provisional = decide(plan, facts, TODAY, trust_declared=True)
    if provisional.provisional:
        proven = {name: confirm(name, _said(facts, name)) for name in provisional.deciding_facts}
        decision = decide(plan, {**facts, **proven}, TODAY)
        assert (decision.category, decision.decided) == (provisional.category, True)


def _said(facts: Mapping[str, Fact], name: str) -> FactValue | None:
    fact = facts[name]
    assert fact.value is not None or fact.answer is Answer.DECLARED
    return fact.value


@SOME
@given(plans(), known(), st.booleans())
def test_decision_is_the_same_when_it_is_made_again(
    plan: Plan,
    facts: dict[str, Fact],
    trusting: bool,  # noqa: FBT001 - hypothesis passes it by name
) -> None:
    """The order in which facts came in does not matter either."""
    shuffled = dict(reversed(facts.items()))
    decision = decide(plan, facts, TODAY, trust_declared=trusting)
    assert decide(plan, shuffled, TODAY, trust_declared=trusting) == decision
