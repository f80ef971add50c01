"""Where records and words part: said without the register's value, looked at again once."""

from __future__ import annotations

import pytest

from enrolment.model.application import Application
from enrolment.model.errors import ConsentMissing, RecheckUsed
from enrolment.model.establishing.inquiry import REAL_ESTATE
from enrolment.model.establishing.mismatch import CAUSES, Mismatch, mismatch_words, mismatches
from enrolment.model.establishing.records import Particular
from enrolment.model.establishing.vocabulary import SETTLED_BY
from enrolment.model.facts import Answer, Evidence, Fact
from enrolment.model.story.timeline import EventType
from enrolment.services.consents.withdraw_consent import WithdrawConsent, withdraw_consent
from enrolment.services.verifying.recheck_facts import describe_mismatches, recheck_facts
from tests.fakes.clock import DEMONSTRATION_NOW
from tests.fakes.family import MOTHER, Share, departments_with, home
from tests.fakes.office import Office
from tests.fakes.plans import demonstration_plan

PLAN = demonstration_plan()
SECRET = "register-only-value"


def evidence(item: str) -> Evidence:
    """A record of a data item."""
    return Evidence(item, PLAN.data_items[item].department, "grant-1", DEMONSTRATION_NOW, "d" * 64)


def test_every_data_item_has_usual_causes_when_listed() -> None:
    """A new data item must say what usually goes wrong with it."""
    assert CAUSES.keys() == SETTLED_BY.keys()
    assert all(len(causes) >= 2 for causes in CAUSES.values())


@pytest.mark.parametrize("item", sorted(PLAN.data_items))
@pytest.mark.parametrize("answer", [Answer.CONTRADICTED, Answer.NOT_FOUND])
def test_words_name_field_department_and_cause_but_no_value_when_a_record_differs(
    item: str, answer: Answer
) -> None:
    """Every data item, both ways; what the register holds never shows."""
    name = next(
        name
        for name in sorted(SETTLED_BY[item])
        if name in PLAN.facts and (answer is Answer.CONTRADICTED or PLAN.facts[name].data_items[0] == item)
    )
    backing = evidence(item) if answer is Answer.CONTRADICTED else None
    (found,) = mismatches(PLAN, {name: Fact(name, answer, SECRET, backing)})
    assert found == Mismatch(item, found=answer is Answer.CONTRADICTED, facts=(name,))
    words = mismatch_words(PLAN, found, rechecked=False)
    assert SECRET not in words
    assert PLAN.facts[name].title in words
    assert PLAN.data_items[item].department_title in words
    assert CAUSES[item][0] in words
    assert "再帮您查一次" in words
    assert "再帮您查一次" not in mismatch_words(PLAN, found, rechecked=True)


def test_nothing_is_said_when_records_bear_the_guardian_out() -> None:
    """Confirmed, declared and unanswered facts are no mismatch."""
    facts = {
        "home_owner": Fact("home_owner", Answer.CONFIRMED, "guardian", evidence(REAL_ESTATE)),
        "home_use": Fact("home_use", Answer.UNAVAILABLE),
        "birth_date": Fact("birth_date", Answer.DECLARED, "2020-10"),
    }
    assert mismatches(PLAN, facts) == ()


async def test_register_is_asked_again_once_when_the_guardian_had_it_put_right() -> None:
    """The home that was missing is found at the second look; a third is refused by name."""
    office = Office(departments=departments_with())
    case = await office.verified()
    (words,) = describe_mismatches(case.id, office.conversation, begin=office.store.begin, plans=office.plans)
    assert (words.data_item, words.may_recheck) == (REAL_ESTATE, True)
    office.departments.hold(REAL_ESTATE, MOTHER.id_number, home(Share(MOTHER, 100)))
    unasked = await office.verify(case)
    assert unasked.facts["home_share"].answer is Answer.NOT_FOUND, "fresh answers are not asked for again"
    recheck_facts(case.id, office.conversation, REAL_ESTATE, begin=office.store.begin, clock=office.clock)
    again = await office.verify(case)
    assert again.outcome is not None
    assert again.outcome.decision.decided
    with pytest.raises(RecheckUsed):
        recheck_facts(case.id, office.conversation, REAL_ESTATE, begin=office.store.begin, clock=office.clock)


async def look_again(office: Office, case: Application, **typed: str) -> Application:
    """Give what was read off the certificate, and have it looked up again."""
    given = {Particular(name): value for name, value in typed.items()}
    recheck_facts(
        case.id, office.conversation, REAL_ESTATE, given, begin=office.store.begin, clock=office.clock
    )
    return await office.verify(case)


async def test_number_is_asked_by_and_corrected_once_when_it_was_mistyped() -> None:
    """First with what was typed, once more with it corrected, then the paper way; each look is on record."""
    office = Office(departments=departments_with())
    case = await office.verified()
    case = await look_again(office, case, number="鲁(2017)济南市不动产权第0000001号")
    with pytest.raises(RecheckUsed):
        await look_again(office, case, number="鲁（2017）济南市不动产权第0000001号")
    with pytest.raises(RecheckUsed):
        await look_again(office, case)
    case = await look_again(office, case, number="鲁(2017)济南市不动产权第0000002号", name="王小美")
    asked = [
        query.particulars
        for query in office.departments.asked
        if (query.data_item, query.id_number) == (REAL_ESTATE, MOTHER.id_number)
    ]
    assert [each.number[-3:] for each in asked] == ["", "01号", "02号"]
    assert asked[-1].name == "王小美"
    (words,) = describe_mismatches(case.id, office.conversation, begin=office.store.begin, plans=office.plans)
    assert not words.may_recheck
    assert "再帮您查一次" not in words.text
    assert words.given == (Particular.NUMBER, Particular.NAME)
    with pytest.raises(RecheckUsed):
        await look_again(office, case, number="鲁(2017)济南市不动产权第0000003号")
    details = [dict(event.details) for event in case.events if event.type is EventType.RECHECK_REQUESTED]
    assert details == [
        {"data_item": REAL_ESTATE, "given": "number"},
        {"data_item": REAL_ESTATE, "given": "number,name"},
    ]


async def test_other_parent_is_not_looked_up_by_the_name_on_this_ones_paper() -> None:
    """The certificate may be the other parent's; the name on it in another writing is not."""
    office = Office(departments=departments_with())
    case = await office.verified()
    await look_again(office, case, number="鲁(2017)济南市不动产权第0000001号", name="王小美")
    asked = {
        query.id_number: query.particulars
        for query in office.departments.asked
        if query.data_item == REAL_ESTATE
    }
    assert asked[MOTHER.id_number].name == "王小美"
    assert all(
        given.name == "" and given.number for number, given in asked.items() if number != MOTHER.id_number
    )


async def test_nothing_is_looked_up_again_when_consent_was_withdrawn() -> None:
    """And what was read off the paper goes with the consent it was given under."""
    office = Office(departments=departments_with())
    case = await office.verified()
    await look_again(office, case, number="鲁(2017)济南市不动产权第0000001号")
    assert office.store.tables.particulars
    withdraw_consent(
        WithdrawConsent(office.conversation, case.child_id, (REAL_ESTATE,)),
        begin=office.store.begin,
        plans=office.plans,
        clock=office.clock,
        connected=office.departments.data_items,
    )
    assert office.store.tables.particulars == {}
    with pytest.raises(ConsentMissing):
        recheck_facts(
            case.id,
            office.conversation,
            REAL_ESTATE,
            {Particular.NUMBER: "鲁(2017)济南市不动产权第0000002号"},
            begin=office.store.begin,
            clock=office.clock,
        )
