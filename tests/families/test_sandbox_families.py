"""The true category of every sandbox family, found by the rules from its records."""

from __future__ import annotations

import pytest

from enrolment.model.deciding.conclude import conclude
from enrolment.model.establishing.family_facts import establish
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.facts import FactValue
from enrolment.model.plan import Stage
from sandbox.families import Family, Situation, families
from tests.fakes import FrozenClock, demonstration_plan
from tests.families.sandbox_records import findings_of, ids_of

CATEGORY = {"migrant": "migrant_children"}
TODAY = FrozenClock().today()
HOME_SAID = {
    Situation.GRANDPARENTS_HOME: "grandparent",
    Situation.HUKOU_NO_HOME: "none",
    Situation.COLLECTIVE_HUKOU: "none",
    Situation.NEWCOMER: "none",
}


def said_by(family: Family) -> dict[str, FactValue]:
    """What an honest guardian of this family answers in the conversation."""
    elsewhere = {Situation.HUKOU_ELSEWHERE, Situation.NEWCOMER, Situation.NEWCOMER_WITH_HOME}
    hukou = "elsewhere" if family.situation in elsewhere else "here"
    home = HOME_SAID.get(family.situation, "guardian")
    return statement_from_answers({"hukou": hukou, "home": home})


@pytest.mark.parametrize("family", families(200), ids=lambda family: family.code)
def test_category_is_true_when_all_departments_answer(family: Family) -> None:
    """Every child's category is decided, is the true one, and costs no paper; said or unsaid alike."""
    plan = demonstration_plan()
    for child in family.children:
        findings = findings_of(family, child, FrozenClock().now())
        for said in ({}, said_by(family)):
            facts = establish(plan, ids_of(family, child), said, findings, TODAY)
            outcome = conclude(plan, Stage.PRIMARY, facts, TODAY)
            expected = CATEGORY.get(family.true_category, family.true_category.value)
            assert (outcome.decision.category, outcome.decision.decided) == (expected, True)
            assert outcome.documents == ()


@pytest.mark.parametrize("stage", list(Stage))
def test_school_is_found_when_a_category_goes_by_address(stage: Stage) -> None:
    """No sandbox address of 历下区 lies outside the zones of either stage."""
    plan = demonstration_plan()
    for family in families(200):
        child = family.children[0]
        findings = findings_of(family, child, FrozenClock().now())
        facts = establish(plan, ids_of(family, child), said_by(family), findings, TODAY)
        outcome = conclude(plan, stage, facts, TODAY)
        if outcome.decision.category != "migrant_children":
            assert outcome.school.school is not None, outcome.school.reason
