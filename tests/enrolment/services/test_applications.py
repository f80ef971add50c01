"""Opening, correcting and withdrawing an application."""

from __future__ import annotations

import pytest

from enrolment.model.application import State
from enrolment.model.errors import (
    CaseNotFound,
    ChildUnknown,
    DuplicateApplication,
    NotOfAge,
    NotSignedIn,
    TransitionRefused,
)
from enrolment.model.people import Person
from enrolment.model.plan import Stage
from enrolment.model.story.timeline import EventType, verify
from enrolment.services.deciding.correct_statement import correct_statement
from enrolment.services.filing.withdraw_application import withdraw_application
from tests.fakes.family import CHILD, FATHER
from tests.fakes.office import SAID, Office

TOO_YOUNG = Person("王小小演示", "37010220210901004X")


def test_draft_is_found_again_when_opened_twice() -> None:
    """The same words change nothing, not even the timeline."""
    office = Office()
    child = office.sign_in()
    first = office.open(child)
    assert office.open(child) == first
    assert [event.type for event in first.events] == [EventType.APPLICATION_OPENED]


def test_draft_is_corrected_when_opened_with_other_words() -> None:
    """What was decided on the old words is forgotten."""
    office = Office()
    child = office.sign_in()
    office.open(child)
    again = office.open(child, {**SAID, "hukou_in_county": False})
    assert again.declared["hukou_in_county"] is False
    assert again.events[-1].details == {"facts": "hukou_in_county"}


def test_opening_is_refused_when_nobody_signed_in() -> None:
    """No guardian, no case."""
    with pytest.raises(NotSignedIn):
        Office().open("child-1")


def test_opening_is_refused_when_the_child_is_not_of_the_household() -> None:
    """Another family's child is unknown here."""
    office = Office()
    office.sign_in()
    with pytest.raises(ChildUnknown):
        office.open("child-9")


def test_opening_is_refused_when_the_registered_birth_date_is_a_day_late() -> None:
    """The ID number's date counts, whatever was said; the year to come is named."""
    office = Office()
    with pytest.raises(NotOfAge) as refused:
        office.open(office.sign_in(FATHER, TOO_YOUNG))
    assert refused.value.entry_year == 2028


def test_opening_goes_on_when_the_stage_has_no_age_condition() -> None:
    """Junior high looks at graduation, not at age."""
    office = Office()
    application = office.open(office.sign_in(FATHER, TOO_YOUNG), stage=Stage.JUNIOR)
    assert application.state is State.DRAFT


async def test_opening_is_refused_when_the_child_was_filed_already() -> None:
    """The other parent is shown the first receipt."""
    office = Office()
    filed = office.submit(await office.verified())
    child = office.sign_in(FATHER, CHILD, conversation="c2")
    with pytest.raises(DuplicateApplication) as refused:
        office.open(child, conversation="c2")
    assert refused.value.receipt_number == filed.receipt_number


def test_other_parents_draft_gives_way_when_nothing_was_filed() -> None:
    """One child, one draft: the one somebody works on."""
    office = Office()
    first = office.open(office.sign_in())
    second = office.open(office.sign_in(FATHER, CHILD, conversation="c2"), conversation="c2")
    assert second.id != first.id
    assert office.store.tables.cases[first.id].state is State.WITHDRAWN


async def test_correction_merges_and_forgets_the_decision_when_the_draft_is_open() -> None:
    """Other words stay; facts and outcome are made anew; the chain holds."""
    office = Office()
    draft = await office.verified()
    changed = correct_statement(
        draft.id,
        office.conversation,
        {"home_in_county": False, "home_owner": "none"},
        begin=office.store.begin,
        plans=office.plans,
        clock=office.clock,
    )
    assert changed.declared["birth_date"] == "2020-10"
    assert (changed.outcome, dict(changed.facts)) == (None, {})
    assert changed.events[-1].details == {"facts": "home_in_county,home_owner"}
    verify(changed.events)


async def test_correction_is_refused_when_the_application_was_filed() -> None:
    """A filed case is withdrawn, not rewritten."""
    office = Office()
    filed = office.submit(await office.verified())
    with pytest.raises(TransitionRefused):
        correct_statement(
            filed.id,
            office.conversation,
            {"hukou_in_county": False},
            begin=office.store.begin,
            plans=office.plans,
            clock=office.clock,
        )


def test_correction_is_refused_when_the_new_stage_has_an_age_the_child_lacks() -> None:
    """Changing junior high into primary school does not slip past the age rule."""
    office = Office()
    draft = office.open(office.sign_in(FATHER, TOO_YOUNG), stage=Stage.JUNIOR)
    with pytest.raises(NotOfAge):
        correct_statement(
            draft.id,
            office.conversation,
            {},
            begin=office.store.begin,
            plans=office.plans,
            clock=office.clock,
            stage=Stage.PRIMARY,
        )
    assert office.store.tables.cases[draft.id].stage is Stage.JUNIOR


async def test_child_can_be_filed_again_when_the_first_was_withdrawn() -> None:
    """Withdrawing frees the child, and withdrawing twice is no error."""
    office = Office()
    filed = office.submit(await office.verified())
    for _ in range(2):
        gone = withdraw_application(
            filed.id, office.conversation, begin=office.store.begin, clock=office.clock
        )
    assert gone.state is State.WITHDRAWN
    again = office.open(office.sign_in())
    assert again.id != filed.id


def test_case_is_not_found_when_it_is_another_guardians() -> None:
    """Somebody else's case and no case look the same."""
    office = Office()
    mine = office.open(office.sign_in())
    office.sign_in(FATHER, TOO_YOUNG, conversation="c2")
    for application_id in (mine.id, "no-such-case"):
        with pytest.raises(CaseNotFound):
            withdraw_application(application_id, "c2", begin=office.store.begin, clock=office.clock)
