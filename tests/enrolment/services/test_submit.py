"""Filing: once, in time, with a receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from enrolment.model.application import State
from enrolment.model.errors import (
    DecisionMissing,
    DuplicateApplication,
    NotOfAge,
    TransitionRefused,
    WindowClosed,
)
from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.establishing.statement import statement_from_answers
from enrolment.model.plan import Stage
from enrolment.model.story.receipt import is_receipt_number
from enrolment.model.story.timeline import EventType, verify
from tests.fakes import FakePlans
from tests.fakes.clock import SHANGHAI
from tests.fakes.departments import FakeDepartments
from tests.fakes.family import CHILD, FATHER, MOTHER, birth, household, member
from tests.fakes.newcomers import Newcomers
from tests.fakes.office import Office


async def test_application_is_under_review_with_a_receipt_when_everything_is_settled() -> None:
    """The table is walked step by step, each on the timeline."""
    office = Office()
    filed = office.submit(await office.verified())
    assert filed.state is State.UNDER_REVIEW
    assert filed.receipt_number is not None
    assert is_receipt_number(filed.receipt_number)
    assert filed.submitted_at == office.clock.now()
    assert [event.type for event in filed.events][-3:] == [
        EventType.APPLICATION_SUBMITTED,
        EventType.VERIFICATION_STARTED,
        EventType.REVIEW_REQUESTED,
    ]
    verify(filed.events)


async def test_application_waits_for_papers_when_a_department_is_down() -> None:
    """Nobody misses a deadline because a department does not answer."""
    office = Office()
    office.departments.down = {REAL_ESTATE}
    filed = office.submit(await office.verified())
    assert filed.state is State.NEEDS_DOCUMENTS
    assert filed.receipt_number is not None


async def test_receipt_is_the_same_when_submitted_twice() -> None:
    """A second yes changes nothing."""
    office = Office()
    draft = await office.verified()
    assert office.submit(draft) == office.submit(draft)
    assert office.store.tables.serials == {("370102", 2027): 1}


@pytest.mark.parametrize(
    ("day", "is_open"), [((5, 31), False), ((6, 1), True), ((6, 25), True), ((6, 26), False)]
)
async def test_filing_is_open_when_the_day_is_in_the_window(day: tuple[int, int], *, is_open: bool) -> None:
    """First and last day count, to the last minute; outside it the days are named."""
    office = Office()
    draft = await office.verified()
    office.clock.set_to(datetime(2027, *day, 23, 59, tzinfo=SHANGHAI))
    if is_open:
        assert office.submit(draft).receipt_number
        return
    with pytest.raises(WindowClosed) as refused:
        office.submit(draft)
    assert (refused.value.opens.day, refused.value.closes.day) == (1, 25)
    assert office.store.tables.serials == {}


async def test_filing_is_refused_when_another_application_of_the_child_was_filed() -> None:
    """A withdrawn one does not come back beside its successor: the first receipt that counts is named."""
    office = Office()
    first = office.submit(await office.verified())
    office.withdraw(first)
    second = office.submit(await office.verified())
    assert second.receipt_number != first.receipt_number
    with pytest.raises(DuplicateApplication) as refused:
        office.submit(first)
    assert refused.value.receipt_number == second.receipt_number


async def test_filing_is_refused_when_the_application_was_withdrawn() -> None:
    """Its old receipt is not handed out again as if it were filed."""
    office = Office()
    filed = office.submit(await office.verified())
    office.withdraw(filed)
    with pytest.raises(TransitionRefused):
        office.submit(filed)


async def test_filing_is_refused_when_the_child_is_not_of_age_by_the_plan_in_force() -> None:
    """The registered birth date is checked once more at the door."""
    office = Office()
    draft = await office.verified()
    plan = office.plans.current("370102")
    stricter = {**plan.ages, Stage.PRIMARY: replace(plan.ages[Stage.PRIMARY], years=8)}
    office.plans = FakePlans(replace(plan, ages=stricter))
    with pytest.raises(NotOfAge) as refused:
        office.submit(draft)
    assert refused.value.entry_year == 2029


def test_filing_is_refused_when_nothing_is_decided() -> None:
    """Nobody looked into it yet: there is nothing to file."""
    office = Office()
    application = office.open(office.sign_in(), {})
    with pytest.raises(DecisionMissing):
        office.submit(application)


async def test_application_is_filed_when_the_category_is_open() -> None:
    """Nobody misses a deadline over a question: papers are asked for, and a person finds the category."""
    family = Newcomers()
    filed = family.office.submit(await family.verified())

    assert filed.outcome is not None
    assert filed.outcome.decision.category is None
    assert filed.outcome.documents
    assert filed.state is State.NEEDS_DOCUMENTS
    assert filed.receipt_number is not None
    verify(filed.events)


@pytest.mark.parametrize(("day", "is_open"), [(20, True), (25, True), (26, False)])
async def test_filing_is_open_when_the_day_is_in_a_window_of_what_it_may_be(
    day: int, *, is_open: bool
) -> None:
    """The stage's own window ends on the 20th; that of newcomers goes on."""
    family = Newcomers()
    draft = await family.verified()
    family.office.clock.set_to(datetime(2027, 6, day, 12, tzinfo=SHANGHAI))
    if is_open:
        assert family.office.submit(draft).receipt_number
        return
    with pytest.raises(WindowClosed):
        family.office.submit(draft)


async def test_application_goes_to_a_person_when_no_paper_can_settle_what_is_open() -> None:
    """A family without a home that refuses the register has nothing to bring, and waits for nobody."""
    office = Office(departments=FakeDepartments())
    office.departments.hold(
        HOUSEHOLD_MEMBERS, CHILD.id_number, household(member(MOTHER, "户主"), member(CHILD, "女"))
    )
    office.departments.hold(BIRTH_CERTIFICATE, CHILD.id_number, birth(MOTHER, FATHER))
    said = statement_from_answers({"hukou": "here", "home": "none"})
    application = office.open(office.sign_in(), said)
    office.consent(application, (HOUSEHOLD_MEMBERS, BIRTH_CERTIFICATE))

    filed = office.submit(await office.verify(application))

    assert filed.outcome is not None
    assert filed.outcome.decision.provisional
    assert filed.state is State.UNDER_REVIEW
