"""Rules as lines to tick off, and the papers behind them."""

from __future__ import annotations

from dataclasses import replace

from enrolment.model.plan import FactKind, FactSpec
from enrolment.model.rules import AllOf, AnyOf, Condition, Meets, Negation, Rule
from tests.fakes.plans import demonstration_plan
from web.pages.guide.conditions import Line, lines_of
from web.pages.guide.evidence import data_items_of, papers_of


def fact(name: str, *documents: str, if_no: tuple[str, ...] | None = None) -> FactSpec:
    """A yes-or-no fact that these papers show."""
    return FactSpec(name, FactKind.YES_NO, f"{name}是真的", (f"{name}_data",), documents, if_no)


PLAN = replace(
    demonstration_plan(),
    facts={
        each.name: each
        for each in (
            fact("hukou", "book"),
            fact("guardian", "book", "birth", "court"),
            fact("deed", "certificate", if_no=()),
            fact("contract", "contract"),
            fact("permit", "card"),
        )
    },
)


def yes(name: str) -> Condition:
    """The fact is so."""
    return Condition(name, "is", value=True)


def no(name: str) -> Condition:
    """The fact is not so."""
    return Condition(name, "is", value=False)


def papers(rule: Rule) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The choices of papers."""
    return papers_of(rule, PLAN)


def test_lines_say_what_must_not_be_when_a_rule_wants_a_no() -> None:
    """A `no`, an `is_not` and a `not` read the same; two of them cancel out."""
    rule = AllOf((yes("hukou"), no("deed"), Negation(yes("permit")), Negation(no("contract"))))
    assert [(line.must, line.words) for line in lines_of(rule, PLAN)] == [
        (True, "hukou是真的"),
        (False, "deed是真的"),
        (False, "permit是真的"),
        (True, "contract是真的"),
    ]


def test_line_leads_to_its_term_when_a_rule_names_one() -> None:
    """The term's own conditions stand elsewhere."""
    plan = demonstration_plan()
    rule = plan.definitions["own_home"].rule
    assert lines_of(Negation(Meets("own_home", rule)), plan) == (
        Line(must=False, words=plan.definitions["own_home"].title, term="own_home"),
    )


def test_paper_is_asked_once_when_it_shows_two_facts() -> None:
    """The household book shows the guardian too: the other ways to show that are left out."""
    assert papers(AllOf((yes("guardian"), yes("hukou")))) == ((("book",),),)


def test_any_way_is_offered_when_one_branch_is_enough() -> None:
    """A deed or a contract, in one choice."""
    rule = AnyOf((yes("deed"), yes("contract")))
    assert papers(AllOf((yes("hukou"), rule))) == ((("book",),), (("certificate",), ("contract",)))


def test_papers_go_together_when_a_branch_needs_both() -> None:
    """The card and the book, or the contract alone."""
    rule = AnyOf((AllOf((yes("permit"), yes("hukou"))), yes("contract")))
    assert papers(rule) == ((("card", "book"), ("contract",)),)


def test_no_paper_is_asked_when_a_family_says_it_has_none() -> None:
    """Nobody can bring a paper about a home that does not exist; one who can, still does."""
    assert papers(AllOf((no("deed"), Negation(yes("deed"))))) == ()
    assert papers(no("hukou")) == ((("book",),),)


def test_one_of_negated_parts_is_enough_when_all_of_them_are_negated() -> None:
    """Not both of them is one of them not."""
    assert papers(Negation(AllOf((yes("hukou"), yes("permit"))))) == ((("book",), ("card",)),)


def test_departments_are_named_once_when_several_conditions_ask_them() -> None:
    """In the rule's order."""
    rule = AllOf((yes("deed"), yes("hukou"), no("deed")))
    assert data_items_of(rule, PLAN) == ("deed_data", "hukou_data")
