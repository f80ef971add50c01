"""Asking the departments: at once, within the time, and only what may be asked."""

from __future__ import annotations

from collections.abc import Mapping

from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.facts import Answer, FactValue
from enrolment.model.story.timeline import EventType, verify
from enrolment.services.deciding.decide_category import decide_category
from tests.fakes.family import (
    CHILD,
    FATHER,
    MOTHER,
    Share,
    birth,
    departments_with,
    home,
    household,
    member,
)
from tests.fakes.office import Office

NO_HOME: Mapping[str, FactValue] = {"hukou_in_county": True, "home_in_county": False, "home_owner": "none"}


async def test_category_is_decided_without_papers_when_every_department_answers() -> None:
    """The main job: zero documents."""
    office = Office()
    verified = await office.verified()
    assert verified.outcome is not None
    assert verified.outcome.decision.category == "house_and_hukou"
    assert verified.outcome.decision.decided
    assert (verified.outcome.documents, dict(verified.outcome.pending)) == ((), {})
    assert office.store.tables.cases[verified.id] == verified


async def test_departments_are_asked_together_when_consent_covers_all() -> None:
    """Three questions, all under way at once."""
    office = Office()
    await office.verified()
    assert office.departments.most_at_once == 3
    asked = [(query.data_item, query.id_number) for query in office.departments.asked]
    assert sorted(asked) == [
        (BIRTH_CERTIFICATE, CHILD.id_number),
        (HOUSEHOLD_MEMBERS, CHILD.id_number),
        (REAL_ESTATE, MOTHER.id_number),
    ]


async def test_other_parents_homes_are_asked_when_the_guardian_has_none() -> None:
    """The father is known from the birth certificate; his home settles the case."""
    office = Office(departments=departments_with(home(Share(FATHER, 100))))
    verified = await office.verified()
    assert office.departments.asked[-1].id_number == FATHER.id_number
    assert verified.outcome is not None
    assert verified.outcome.decision.decided


async def test_other_parents_homes_are_asked_when_the_certificate_is_silent_but_the_book_is_not() -> None:
    """One department that keeps silent does not hold up what another already told."""
    office = Office(departments=departments_with(home(Share(FATHER, 100))))
    office.departments.silent = {BIRTH_CERTIFICATE}
    application = office.open(office.sign_in())
    office.consent(application)
    verified = await office.verify(application, budget_seconds=0.05)
    assert verified.outcome is not None
    assert verified.outcome.decision.decided
    assert office.departments.asked[-1].id_number == FATHER.id_number


async def test_nobody_elses_homes_are_asked_when_the_other_parent_is_unknown() -> None:
    """A mother alone on the certificate, alone in the book."""
    book = household(member(MOTHER, "户主"), member(CHILD, "女"))
    office = Office(departments=departments_with(book=book, certificate=birth(MOTHER)))
    verified = await office.verified(NO_HOME)
    assert len(office.departments.asked) == 3
    assert verified.outcome is not None
    assert verified.outcome.decision.category == "hukou_only"
    assert verified.outcome.decision.decided


async def test_case_stays_open_when_the_other_parent_is_unknown_and_may_own_a_home() -> None:
    """Without the certificate, a book with the mother alone does not say that there is no father."""
    book = household(member(MOTHER, "户主"), member(CHILD, "女"))
    office = Office(departments=departments_with(book=book))
    application = office.open(office.sign_in(), NO_HOME)
    office.consent(application, (HOUSEHOLD_MEMBERS, REAL_ESTATE))
    verified = await office.verify(application)
    assert verified.facts["home_in_county"].answer is Answer.DECLARED
    assert verified.outcome is not None
    assert verified.outcome.decision.category == "hukou_only"
    assert verified.outcome.decision.provisional


async def test_case_stays_open_when_the_register_keeps_silent_about_the_other_parent() -> None:
    """One parent's empty answer is not both parents'."""
    office = Office(departments=departments_with())
    office.departments.silent_about = {FATHER.id_number}
    application = office.open(office.sign_in(), NO_HOME)
    office.consent(application)
    verified = await office.verify(application, budget_seconds=0.05)
    assert verified.facts["home_share"].answer is Answer.UNAVAILABLE


async def test_only_permitted_items_are_asked_when_consent_covers_some() -> None:
    """Refusing one item costs only that item."""
    office = Office()
    application = office.open(office.sign_in())
    office.consent(application, ("household_members", "birth_certificate"))
    verified = await office.verify(application)
    assert {query.data_item for query in office.departments.asked} == {HOUSEHOLD_MEMBERS, BIRTH_CERTIFICATE}
    assert verified.outcome is not None
    assert verified.outcome.documents == ("real_estate_certificate",)
    assert set(verified.outcome.pending.values()) == {"declared"}


async def test_facts_are_unavailable_when_a_department_is_late() -> None:
    """The others count; the timeline says which one kept silent."""
    office = Office()
    office.departments.silent = {REAL_ESTATE}
    application = office.open(office.sign_in())
    office.consent(application)
    verified = await office.verify(application, budget_seconds=0.05)
    assert verified.facts["hukou_in_county"].answer is Answer.CONFIRMED
    assert verified.facts["home_share"].answer is Answer.UNAVAILABLE
    silent = [event for event in verified.events if event.type is EventType.DEPARTMENT_UNAVAILABLE]
    assert [event.details["data_item"] for event in silent] == [REAL_ESTATE]


async def test_facts_are_unavailable_when_every_department_is_down() -> None:
    """The guardian still gets a provisional answer."""
    office = Office()
    office.departments.down = {REAL_ESTATE, HOUSEHOLD_MEMBERS, BIRTH_CERTIFICATE}
    verified = await office.verified()
    assert verified.outcome is not None
    assert verified.outcome.decision.category == "house_and_hukou"
    assert verified.outcome.decision.provisional


async def test_timeline_tells_once_when_facts_are_verified_twice() -> None:
    """Asking again and learning nothing new adds nothing; the chain holds."""
    office = Office()
    first = await office.verified()
    second = await office.verify(first)
    assert second.events == first.events
    verify(second.events)
    kinds = [event.type for event in first.events]
    assert kinds.count(EventType.CATEGORY_DECIDED) == 1
    assert EventType.FACT_CONFIRMED in kinds


async def test_timeline_holds_no_personal_value_when_facts_are_verified() -> None:
    """Keys of the plan only: no name, number or address."""
    office = Office()
    verified = await office.verified()
    words = {value for event in verified.events for value in event.details.values()}
    plan = office.plans.current("370102")
    known = {*plan.facts, *plan.data_items, *(each.key for each in plan.categories), "primary"}
    assert words <= known


def test_outcome_is_provisional_when_no_department_was_asked() -> None:
    """What the guardian said gives a first answer, marked as such."""
    office = Office()
    application = office.open(office.sign_in())
    outcome = decide_category(
        application.id, office.conversation, begin=office.store.begin, plans=office.plans, clock=office.clock
    )
    assert (outcome.decision.category, outcome.decision.provisional) == ("house_and_hukou", True)
    kinds = [event.type for event in office.store.tables.cases[application.id].events]
    assert EventType.CATEGORY_DECIDED not in kinds
