"""The cheapest papers that settle what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.deciding.category import decide
from enrolment.model.deciding.documents import cheapest, required_documents
from enrolment.model.deciding.open_facts import papers_for
from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import Document, FactKind, Plan
from enrolment.model.rules import AllOf, AnyOf, Condition, Negation
from tests.fakes.random_plans import PAPERS, SOME, known, plans
from tests.fakes.small_plans import TODAY, category, confirmed, small_plan, spec

HOME = Condition("home", "is", value=True)
CONTRACT = Condition("contract", "is", value=True)
BOOK = Condition("book", "is", value=True)
PARENT = Condition("parent", "is", value=True)
PLAN = small_plan(
    [
        spec("home", FactKind.YES_NO, "有住房", documents=["deed", "contract"], if_no=[]),
        spec("contract", FactKind.YES_NO, "有购房合同", documents=["contract"], if_no=[]),
        spec("book", FactKind.YES_NO, "有户口", documents=["book"]),
        spec("parent", FactKind.YES_NO, "是父母", documents=["birth", "book"]),
        spec("seen", FactKind.YES_NO, "工作人员看过", documents=[]),
    ],
    [
        category("owner", 1, AllOf((PARENT, BOOK, AnyOf((HOME, CONTRACT))))),
        category("tenant", 2, AllOf((PARENT, BOOK, Negation(AnyOf((HOME, CONTRACT)))))),
    ],
    documents=[
        Document("birth", "出生证明", 1),
        Document("deed", "房产证", 1),
        Document("contract", "购房合同", 2),
        Document("book", "户口簿", 1),
    ],
)


def said(**values: FactValue) -> dict[str, Fact]:
    """Facts on a guardian's word."""
    return {name: Fact(name, Answer.DECLARED, value) for name, value in values.items()}


def papers(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The papers for what is open in this case."""
    return required_documents(PLAN, facts, decide(PLAN, facts, TODAY, trust_declared=True).deciding_facts)


def test_no_paper_is_needed_when_nothing_is_open() -> None:
    """Zero documents: the point of the product."""
    assert required_documents(PLAN, {}, ()) == ()
    assert papers(confirmed({"home": True, "contract": False, "book": True, "parent": True})) == ()


def test_one_paper_serves_two_facts_when_it_settles_both() -> None:
    """The household book shows the hukou and the relation; no birth certificate is asked for."""
    assert required_documents(PLAN, {}, ("book", "parent")) == ("book",)


def test_one_of_two_ways_is_enough_when_both_are_said() -> None:
    """Whoever has a deed and a contract brings the deed alone: with it the case is decided."""
    facts = said(home=True, contract=True) | confirmed({"book": True, "parent": True})
    assert papers(facts) == ("deed",)


def test_paper_is_asked_for_now_when_a_department_did_not_answer() -> None:
    """Waiting for it would cost the family its window."""
    facts = confirmed({"book": True, "parent": True, "contract": False})
    facts["home"] = Fact("home", Answer.UNAVAILABLE, value=True)
    assert papers(facts) == ("deed",)


def test_no_paper_is_needed_when_the_guardian_says_there_is_no_home() -> None:
    """Nobody can bring a deed that does not exist: a person checks that."""
    facts = said(home=False, contract=False) | confirmed({"book": True, "parent": True})
    assert decide(PLAN, facts, TODAY, trust_declared=True).category == "tenant"
    assert papers(facts) == ()


def test_every_open_fact_is_covered_when_the_words_give_no_category() -> None:
    """Then nobody can tell yet which of them will matter."""
    facts = confirmed({"book": True, "parent": True})
    assert papers(facts) == ("contract",)
    assert required_documents(PLAN, {}, ("book", "home", "contract")) == ("contract", "book")


def test_fact_is_left_to_a_person_when_no_paper_shows_it() -> None:
    """The papers for the other facts are asked for all the same."""
    assert required_documents(PLAN, {}, ("seen", "home")) == ("deed",)


def test_first_of_the_plan_is_chosen_when_two_cost_the_same() -> None:
    """The same family is asked for the same papers every time."""
    assert required_documents(PLAN, {}, ("parent",)) == ("birth",)
    turned = replace(PLAN, documents=dict(reversed(list(PLAN.documents.items()))))
    assert required_documents(turned, {}, ("parent",)) == ("book",)


def test_fewer_papers_are_chosen_when_the_trouble_is_the_same() -> None:
    """One contract (2) rather than two slips (1 each)."""
    shows = {"a": frozenset("x"), "b": frozenset("y"), "both": frozenset("xy")}
    assert cheapest({"a": 1, "b": 1, "both": 2}, shows, frozenset("xy").issubset) == ("both",)
    assert cheapest({"a": 1, "b": 1, "both": 3}, shows, frozenset("xy").issubset) == ("a", "b")


@SOME
@given(plans(), known())
def test_papers_are_the_cheapest_when_compared_with_every_other_set(
    plan: Plan, facts: dict[str, Fact]
) -> None:
    """Brute force over all sets of papers finds none cheaper, none smaller, none earlier in the plan."""
    open_facts = decide(plan, facts, TODAY, trust_declared=True).deciding_facts
    assert required_documents(plan, facts, open_facts) == _by_brute_force(plan, facts, open_facts)


def _by_brute_force(plan: Plan, facts: dict[str, Fact], open_facts: tuple[str, ...]) -> tuple[str, ...]:
    options = {name: set(papers_for(plan.facts[name], facts.get(name))) for name in open_facts}
    enough = [
        chosen
        for size in range(len(PAPERS) + 1)
        for chosen in combinations(PAPERS, size)
        if _settled(plan, facts, options, {*chosen}, {*PAPERS})
    ]
    return min(enough, key=lambda chosen: sum(plan.documents[key].cost for key in chosen))


def _settled(
    plan: Plan, facts: dict[str, Fact], options: dict[str, set[str]], chosen: set[str], every: set[str]
) -> bool:
    def decided(brought: set[str]) -> bool:
        shown = {
            name: replace(facts[name], answer=Answer.CONFIRMED)
            for name, keys in options.items()
            if name in facts and (keys & brought or not keys)
        }
        return decide(plan, facts | shown, TODAY).decided

    if decided(every):
        return decided(chosen)
    return all(keys & chosen for keys in options.values() if keys)


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.frozensets(st.integers(0, 5), min_size=1)),
    st.lists(st.integers(1, 4), min_size=7, max_size=7),
)
def test_cheapest_cover_is_found_when_papers_overlap_at_random(
    numbers: dict[str, frozenset[int]], prices: list[int]
) -> None:
    """The search alone, against brute force: fewest in cost, then in number, then the first."""
    shows = {key: frozenset(map(str, each)) for key, each in numbers.items()}
    costs = dict(zip("abcdefg", prices, strict=True))
    wanted: frozenset[str] = frozenset().union(*shows.values())
    covers = [
        chosen
        for size in range(len(shows) + 1)
        for chosen in combinations(shows, size)
        if wanted <= frozenset().union(*(shows[key] for key in chosen))
    ]
    best = min(covers, key=lambda chosen: sum(costs[key] for key in chosen))
    assert cheapest(costs, shows, wanted.issubset) == best
