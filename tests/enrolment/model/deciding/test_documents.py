"""The cheapest papers that settle what is open."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.deciding.documents import required_documents
from enrolment.model.facts import Answer, Fact
from tests.fakes import demonstration_plan


def test_no_paper_is_needed_when_nothing_is_open() -> None:
    """Zero documents: the point of the product."""
    assert required_documents(demonstration_plan(), {}, ()) == ()


def test_one_paper_serves_two_facts_when_it_settles_both() -> None:
    """The household book shows the hukou and the relation; no birth certificate is asked for."""
    open_facts = ("hukou_in_county", "guardian_of_child")
    assert required_documents(demonstration_plan(), {}, open_facts) == ("household_book",)


def test_no_paper_is_needed_when_the_guardian_says_there_is_no_home() -> None:
    """Nobody can bring a deed that does not exist."""
    facts = {"home_in_county": Fact("home_in_county", Answer.UNAVAILABLE, value=False)}
    assert required_documents(demonstration_plan(), facts, ("home_in_county",)) == ()


def test_one_of_the_alternatives_is_asked_for_when_several_would_do() -> None:
    """The deed is less trouble than the contract."""
    open_facts = ("home_in_county", "home_share", "home_use")
    assert required_documents(demonstration_plan(), {}, open_facts) == ("real_estate_certificate",)


@given(st.sets(st.sampled_from(sorted(demonstration_plan().facts))))
def test_papers_are_enough_and_the_cheapest_when_any_facts_are_open(open_facts: set[str]) -> None:
    """They settle every open fact, and no cheaper set does."""
    plan = demonstration_plan()
    chosen = set(required_documents(plan, {}, sorted(open_facts)))
    wanted = [set(plan.facts[name].documents) for name in open_facts]

    def cost(keys: set[str]) -> int:
        return sum(plan.documents[key].cost for key in keys)

    assert all(options & chosen for options in wanted)
    for size in range(len(plan.documents) + 1):
        for other in map(set, combinations(plan.documents, size)):
            assert cost(other) >= cost(chosen) or not all(options & other for options in wanted)
