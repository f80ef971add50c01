"""Which facts would settle a case, and in which order they are named."""

from __future__ import annotations

from datetime import date

from enrolment.model.deciding.category import decide
from enrolment.model.deciding.open_facts import cheapest_first
from enrolment.model.facts import Answer, Fact
from enrolment.model.plan import Document, FactKind
from enrolment.model.rules import (
    AnyOf,
    Condition,
    Negation,
    PointsCondition,
    PointsOnce,
    PointsPerMonths,
    PointsTable,
)
from tests.fakes.small_plans import CLAUSE, REFERENCE, TODAY, category, confirmed, small_plan, spec

HOME = Condition("asked", "is", value=True)
WORD = Condition("word", "is", value=True)
FACTS = [
    spec("nobody", FactKind.YES_NO, "只有人能看"),
    spec("dear", FactKind.YES_NO, "难开的证明", asked=False, documents=["court"]),
    spec("cheap", FactKind.YES_NO, "家里的证", asked=False, documents=["court", "book"]),
    spec("word", FactKind.YES_NO, "问一句", asked=False, documents=["court"], question="请问？"),
    spec("asked", FactKind.YES_NO, "部门知道", documents=["court"]),
    spec("permit", FactKind.DATE, "居住证"),
]
PAPERS = [Document("court", "法院文书", 5), Document("book", "户口簿", 1)]
PLAN = small_plan(FACTS, [category("a", 1, HOME)], documents=PAPERS)
SILENT = {"nobody": Fact("nobody", Answer.UNAVAILABLE)}


def test_least_trouble_comes_first_when_several_facts_are_open() -> None:
    """A department, then a question, then papers by their trouble, then what only a person can settle."""
    names = ("nobody", "dear", "cheap", "word", "asked")
    assert cheapest_first(PLAN, SILENT, names) == ("asked", "word", "cheap", "dear", "nobody")


def test_paper_is_the_way_when_the_department_did_not_answer_or_found_nothing() -> None:
    """It is not asked a second time before the family is."""
    for answer in (Answer.UNAVAILABLE, Answer.NOT_FOUND):
        facts = {"asked": Fact("asked", answer)}
        assert cheapest_first(PLAN, facts, ("asked", "cheap")) == ("cheap", "asked")


def test_question_is_not_asked_again_when_it_was_answered() -> None:
    """Then the paper behind the word counts."""
    facts = {"word": Fact("word", Answer.DECLARED, value=True)}
    assert cheapest_first(PLAN, facts, ("word", "cheap")) == ("cheap", "word")


def test_order_of_the_rule_is_kept_when_the_trouble_is_the_same() -> None:
    """And a fact is named once."""
    assert cheapest_first(PLAN, {}, ("permit", "asked", "permit")) == ("permit", "asked")


def test_one_way_is_enough_when_the_word_rests_on_either() -> None:
    """What is settled already asks for nothing more, though another way was said too."""
    plan = small_plan(FACTS, [category("a", 1, AnyOf((HOME, WORD)))], documents=PAPERS)
    facts = confirmed({"asked": True}) | {"word": Fact("word", Answer.DECLARED, value=True)}
    assert decide(plan, facts, TODAY, trust_declared=True).deciding_facts == ()


def test_open_lines_alone_are_named_when_points_are_short() -> None:
    """A line that is settled, or whose rule is, is not asked for again."""
    table = PointsTable(
        "score",
        "积分",
        CLAUSE,
        (
            PointsOnce("甲", HOME, 10),
            PointsOnce("乙", Negation(WORD), 10),
            PointsPerMonths("丙", "permit", 1, 1, 36, REFERENCE),
        ),
    )
    plan = small_plan(FACTS, [category("a", 1, PointsCondition(table, "at_least", 25))], documents=PAPERS)
    facts = confirmed({"asked": True})
    assert decide(plan, facts, TODAY).deciding_facts == ("permit", "word")
    settled = facts | confirmed({"permit": date(2026, 8, 31)})
    assert decide(plan, settled, TODAY).deciding_facts == ("word",)
