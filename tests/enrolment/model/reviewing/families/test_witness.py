"""The search for a family agrees with trying every family, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrolment.model.facts import Answer, Fact, Facts, FactValue
from enrolment.model.months import add_months
from enrolment.model.plan import FactKind, FactSpec
from enrolment.model.reviewing.families.witness import Families, Goal, TooTangled
from enrolment.model.rules import (
    AllOf,
    AnyOf,
    Condition,
    Meets,
    Negation,
    PointsCondition,
    PointsOnce,
    PointsPerMonths,
    PointsTable,
    Rule,
    evaluate,
)
from enrolment.model.truth import Truth

BY: Final = date(2027, 8, 31)
FACTS: Final = {
    name: FactSpec(name, kind, name, (), (), choices=choices)
    for name, kind, choices in (
        ("local", FactKind.YES_NO, ()),
        ("use", FactKind.CHOICE, ("home", "shop", "other")),
        ("share", FactKind.SHARE, ()),
        ("since", FactKind.DATE, ()),
    )
}
GRID: Final[Mapping[str, tuple[FactValue, ...]]] = {
    "local": (False, True),
    "use": ("home", "shop", "other"),
    "share": (0, 49, 50, 51, 100),
    "since": tuple(add_months(BY, -months) + timedelta(days=late) for months in range(9) for late in (0, 1)),
}

conditions: st.SearchStrategy[Rule] = st.one_of(
    st.builds(Condition, st.just("local"), st.sampled_from(["is", "is_not"]), st.booleans()),
    st.builds(
        Condition, st.just("use"), st.sampled_from(["is", "is_not"]), st.sampled_from(["home", "shop"])
    ),
    st.builds(Condition, st.just("use"), st.just("one_of"), st.just(("home", "other"))),
    st.builds(
        Condition,
        st.just("share"),
        st.sampled_from(["at_least", "more_than", "at_most", "less_than", "is"]),
        st.just(50),
    ),
    st.builds(
        Condition,
        st.just("since"),
        st.sampled_from(["months_at_least", "months_less_than"]),
        st.integers(0, 7),
        by=st.just(BY),
        first_day_counts=st.booleans(),
    ),
    st.builds(
        Condition,
        st.just("since"),
        st.sampled_from(["on_or_after", "before"]),
        st.sampled_from(GRID["since"]),
    ),
)
items = st.one_of(
    st.builds(PointsOnce, st.just("once"), conditions, st.integers(-3, 5)),
    st.builds(
        PointsPerMonths,
        st.just("months"),
        st.just("since"),
        points=st.integers(1, 2),
        each=st.integers(1, 3),
        up_to=st.integers(2, 5),
        by=st.just(BY),
    ),
)
tables = st.builds(
    PointsTable, st.just("t"), st.just("t"), st.just("c"), st.lists(items, min_size=1, max_size=3).map(tuple)
)
points = st.builds(
    PointsCondition,
    tables,
    st.sampled_from(["at_least", "more_than", "at_most", "less_than"]),
    st.integers(-2, 9),
)
rules: st.SearchStrategy[Rule] = st.recursive(
    conditions | points,
    lambda inner: st.one_of(
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Negation, inner),
        st.builds(Meets, st.just("term"), inner),
    ),
    max_leaves=6,
)
goals = st.lists(st.tuples(rules, st.booleans()), min_size=1, max_size=4)


def of(values: Mapping[str, FactValue]) -> Facts:
    """The facts of a family of which this is known."""
    return {name: Fact(name, Answer.CONFIRMED, value) for name, value in values.items()}


def every_family() -> Iterator[dict[str, FactValue]]:
    """Every family of the grid."""
    return (dict(zip(GRID, values, strict=True)) for values in product(*GRID.values()))


def as_wanted(family: Mapping[str, FactValue], wanted: list[Goal]) -> bool:
    """Whether every rule comes out as wanted for a family."""
    facts = of(family)
    return all(evaluate(rule, facts) is Truth.of(want) for rule, want in wanted)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(goals)
def test_search_finds_a_family_when_and_only_when_there_is_one(wanted: list[Goal]) -> None:
    """What it leaves open does not matter: any completion is such a family too."""
    found = Families(FACTS, [rule for rule, _ in wanted]).find(wanted)
    if found is None:
        assert not any(as_wanted(family, wanted) for family in every_family())
    else:
        first = {name: values[0] for name, values in GRID.items()}
        last = {name: values[-1] for name, values in GRID.items()}
        assert as_wanted(first | dict(found), wanted)
        assert as_wanted(last | dict(found), wanted)


def test_search_says_nothing_of_facts_when_they_do_not_matter() -> None:
    """A family is told by what makes it one."""
    local = Condition("local", "is", value=True)
    either = AnyOf((Condition("share", "at_least", 50), local))
    assert Families(FACTS, [either]).find([(local, True), (either, True)]) == {"local": True}


def test_search_is_given_up_when_it_takes_too_long() -> None:
    """A review ends, whatever the rules."""
    local = Condition("local", "is", value=True)
    with pytest.raises(TooTangled):
        Families(FACTS, [local], steps=1).find([(local, True)])
