"""What changed from one decision to the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enrolment.model.deciding.category import decide
from enrolment.model.deciding.compare import compare_decisions
from enrolment.model.facts import Answer, Fact, FactValue
from enrolment.model.plan import FactKind, Plan
from enrolment.model.rules import AllOf, Condition, Negation
from tests.fakes.random_plans import SOME, confirm, known, plans, values
from tests.fakes.small_plans import TODAY, category, confirmed, small_plan, spec

HOME = Condition("home", "is", value=True)
BOOK = Condition("book", "is", value=True)
PLAN = small_plan(
    [spec("home", FactKind.YES_NO, "有住房"), spec("book", FactKind.YES_NO, "有户口")],
    [category("both", 1, AllOf((BOOK, HOME))), category("book_only", 2, AllOf((BOOK, Negation(HOME))))],
)


def test_nothing_changed_when_the_facts_are_the_same() -> None:
    """Deciding again is no news."""
    decision = decide(PLAN, confirmed({"home": True, "book": True}), TODAY)
    assert compare_decisions(decision, decision).nothing


def test_lost_and_gained_reasons_are_named_when_a_record_says_otherwise() -> None:
    """The register knows no home: that is why the category is another."""
    said = {"home": Fact("home", Answer.DECLARED, value=True)} | confirmed({"book": True})
    before = decide(PLAN, said, TODAY, trust_declared=True)
    after = decide(PLAN, confirmed({"home": False, "book": True}), TODAY)
    change = compare_decisions(before, after)
    assert (change.before, change.after) == ("both", "book_only")
    assert [(each.fact, each.wanted) for each in change.lost] == [("home", "是")]
    assert [(each.fact, each.wanted, each.found) for each in change.gained] == [("home", "否", "否")]
    assert change.changed == ("home",)


def test_fact_is_named_when_a_record_stands_behind_it_now() -> None:
    """The category and its reasons are the same; who says so is news."""
    said = {"home": Fact("home", Answer.DECLARED, value=True)} | confirmed({"book": True})
    before = decide(PLAN, said, TODAY, trust_declared=True)
    after = decide(PLAN, confirmed({"home": True, "book": True}), TODAY)
    change = compare_decisions(before, after)
    assert (change.lost, change.gained, change.changed) == ((), (), ("home",))
    assert not change.nothing


@SOME
@given(plans(), known(), values(), st.data())
def test_every_reason_that_goes_is_named_when_a_fact_is_confirmed(
    plan: Plan, facts: dict[str, Fact], rest: dict[str, FactValue | None], data: st.DataObject
) -> None:
    """A reason of before is one of after, or is told as lost; none is both."""
    name = data.draw(st.sampled_from(sorted(rest)))
    before = decide(plan, facts, TODAY, trust_declared=True)
    after = decide(plan, {**facts, name: confirm(name, rest[name])}, TODAY, trust_declared=True)
    change = compare_decisions(before, after)
    then, now = ({(each.fact, each.wanted) for each in side.reasons} for side in (before, after))
    assert {(each.fact, each.wanted) for each in change.lost} == then - now
    assert {(each.fact, each.wanted) for each in change.gained} == now - then
    if before != after:
        assert not change.nothing or before.ruled_out != after.ruled_out or before.also != after.also
