"""A filing that departments leave open: listed after a day, taken over by a person, asked about no more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enrolment.model.application import State
from enrolment.model.errors import CaseNotFound, TransitionRefused
from enrolment.model.story.timeline import EventType, verify
from enrolment.services.taking_over.list_pending import PendingFiling, list_pending
from enrolment.services.taking_over.take_over import take_over
from tests.fakes.office import Office

DAY = timedelta(hours=24)


async def filed_in_the_dark(office: Office) -> str:
    """File while the land register is silent."""
    office.departments.down = {"real_estate"}
    return office.submit(await office.verified()).id


def pending(office: Office, county: str = "") -> tuple[PendingFiling, ...]:
    """What is listed."""
    return list_pending(county, DAY, begin=office.store.begin, clock=office.clock)


async def test_filing_is_listed_when_a_department_was_silent_for_a_day() -> None:
    """With the facts nobody answered, and not before the day is over; of its county only."""
    office = Office()
    case_id = await filed_in_the_dark(office)
    assert pending(office) == ()
    office.clock.advance(DAY + timedelta(minutes=1))
    (listed,) = pending(office, "370102")
    assert listed.application_id == case_id
    assert "home_in_county" in listed.facts
    assert listed.receipt_number
    assert pending(office, "370602") == ()


async def test_departments_are_asked_no_more_when_a_person_took_the_filing_over() -> None:
    """It is under review, its timeline says so, and the next settling leaves it alone."""
    office = Office()
    case_id = await filed_in_the_dark(office)
    taken = take_over(case_id, begin=office.store.begin, clock=office.clock)
    assert taken.state is State.UNDER_REVIEW
    assert taken.events[-1].type is EventType.TAKEN_OVER
    verify(taken.events)
    office.departments.down = set()
    settled = office.settle(case_id)
    assert (settled.application, settled.again) == (taken, False)
    assert pending(office) == ()


async def test_filing_is_refused_when_it_waits_for_nothing() -> None:
    """One that is under review already, and one that is not there."""
    office = Office()
    application = office.submit(await office.verified())
    with pytest.raises(TransitionRefused):
        take_over(application.id, begin=office.store.begin, clock=office.clock)
    with pytest.raises(CaseNotFound):
        take_over("nobody", begin=office.store.begin, clock=office.clock)
