"""Deciding the category: priorities, what blocks, what is trusted, and the reasons given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.deciding.category import decide
from enrolment.model.establishing.statement import stated_facts
from enrolment.model.facts import Answer, Evidence, Fact, FactValue
from tests.fakes import FrozenClock, demonstration_plan

TODAY = date(2027, 6, 10)
EVIDENCE = Evidence("real_estate", "natural_resources", "grant-1", FrozenClock().now(), "d" * 64)
OWN_HOME: Mapping[str, FactValue] = {"home_in_county": True, "home_use": "住宅", "home_share": 100}
HERE = {"preferential_claimed": False, "guardian_of_child": True, "hukou_in_county": True}


def confirmed(values: Mapping[str, FactValue]) -> dict[str, Fact]:
    """Facts with a record behind them."""
    return {name: Fact(name, Answer.CONFIRMED, value, EVIDENCE) for name, value in values.items()}


def test_category_is_decided_when_every_condition_is_confirmed() -> None:
    """The first category that holds wins; nothing is open."""
    decision = decide(demonstration_plan(), confirmed({**HERE, **OWN_HOME}), TODAY)
    assert (decision.category, decision.decided, decision.deciding_facts) == ("house_and_hukou", True, ())


def test_reasons_name_fact_clause_source_and_time_when_decided() -> None:
    """Every condition of the winning rule is told with who said so."""
    decision = decide(demonstration_plan(), confirmed({**HERE, **OWN_HOME}), TODAY)
    facts = [reason.fact for reason in decision.reasons]
    assert facts == ["guardian_of_child", "hukou_in_county", "home_in_county", "home_use", "home_share"]
    share = decision.reasons[-1]
    assert (share.clause, share.source) == ("历下2027-3.1", "自然资源部门·不动产登记信息")
    assert (share.title, share.holds) == ("监护人的份额合计不低于50%", True)
    assert share.obtained_at == EVIDENCE.obtained_at


def test_reasons_name_only_what_fails_when_a_negation_wins() -> None:
    """For a family with a shop, the use is the reason, not the county it is in."""
    shop = {**HERE, **OWN_HOME, "home_use": "商业"}
    decision = decide(demonstration_plan(), confirmed(shop), TODAY)
    assert decision.category == "hukou_only"
    assert [(each.fact, each.holds) for each in decision.reasons] == [
        ("guardian_of_child", True),
        ("hukou_in_county", True),
        ("home_use", False),
    ]


def test_lower_categories_are_blocked_when_a_higher_one_is_unknown() -> None:
    """A home that may yet be found keeps the case open, and says so."""
    decision = decide(demonstration_plan(), confirmed(HERE), TODAY)
    assert decision.category is None
    assert decision.deciding_facts == ("home_in_county", "home_use", "home_share")


def test_own_words_decide_nothing_when_they_are_not_trusted() -> None:
    """A declared fact leaves the case open."""
    facts = stated_facts(demonstration_plan(), {"hukou_in_county": True, "home_owner": "none"})
    assert decide(demonstration_plan(), facts, TODAY).category is None


def test_category_is_provisional_when_own_words_are_trusted() -> None:
    """The answer before any department is asked, with what is still open."""
    said: dict[str, FactValue] = {"hukou_in_county": True, "home_in_county": True, "home_owner": "guardian"}
    facts = stated_facts(demonstration_plan(), said)
    decision = decide(demonstration_plan(), facts, TODAY, trust_declared=True)
    assert (decision.category, decision.provisional) == ("house_and_hukou", True)
    assert "hukou_in_county" in decision.deciding_facts
    assert {reason.source for reason in decision.reasons} == {"您的说明"}


def test_preferential_claim_keeps_the_case_open_when_made() -> None:
    """A claim that only papers and a person can settle is never decided by itself."""
    facts = stated_facts(demonstration_plan(), {"preferential_claimed": True}) | confirmed(
        {"guardian_of_child": True, "hukou_in_county": True, **OWN_HOME}
    )
    decision = decide(demonstration_plan(), facts, TODAY)
    assert (decision.category, decision.deciding_facts) == (None, ("preferential_claimed",))


def test_nothing_is_open_when_no_category_fits() -> None:
    """Somebody who is not the guardian has no category, and no fact would give one."""
    decision = decide(demonstration_plan(), confirmed({**HERE, "guardian_of_child": False}), TODAY)
    assert (decision.category, decision.deciding_facts) == (None, ())


VALUES: dict[str, st.SearchStrategy[FactValue]] = {
    "preferential_claimed": st.booleans(),
    "guardian_of_child": st.booleans(),
    "hukou_in_county": st.booleans(),
    "home_in_county": st.booleans(),
    "home_use": st.sampled_from(["住宅", "商业"]),
    "home_share": st.integers(0, 100),
}


@given(st.fixed_dictionaries(VALUES), st.sets(st.sampled_from(sorted(VALUES))))
def test_category_stays_decided_when_unknown_facts_become_known(
    values: dict[str, FactValue], known: set[str]
) -> None:
    """What is decided with some facts is decided the same with all of them, whatever they turn out to be."""
    plan = demonstration_plan()
    partly = decide(plan, confirmed({name: values[name] for name in known}), TODAY)
    fully = decide(plan, confirmed(values), TODAY)
    if partly.decided:
        assert (fully.category, fully.decided) == (partly.category, True)
    if partly.category is None and not partly.deciding_facts:
        assert fully.category is None


@given(st.fixed_dictionaries(VALUES), st.sets(st.sampled_from(sorted(VALUES))))
def test_case_gets_decided_when_its_deciding_facts_are_answered_in_turn(
    values: dict[str, FactValue], known: set[str]
) -> None:
    """Answering what is listed, again and again, always ends: the list is never beside the point."""
    plan = demonstration_plan()
    answered = set(known)
    for _ in range(len(VALUES) + 1):
        decision = decide(plan, confirmed({name: values[name] for name in answered}), TODAY)
        if decision.decided or not decision.deciding_facts:
            break
        assert not set(decision.deciding_facts) & answered
        answered |= set(decision.deciding_facts)
    assert decision.category == decide(plan, confirmed(values), TODAY).category
