"""Answers kept, facts settled from them, and what the guardian hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from enrolment.model.application import Application, State
from enrolment.model.establishing.inquiry import BIRTH_CERTIFICATE, HOUSEHOLD_MEMBERS, REAL_ESTATE
from enrolment.model.facts import Answer
from enrolment.model.story.timeline import EventType, verify
from tests.fakes.clock import DEMONSTRATION_NOW
from tests.fakes.family import departments_with, home
from tests.fakes.office import ALL_ITEMS, Office


async def filed_without(office: Office, *silent: str) -> Application:
    """A case filed while some departments are down; then they are back."""
    office.departments.down = set(silent)
    filed = office.submit(await office.verified())
    office.departments.down = set()
    return filed


def notices(office: Office) -> list[str]:
    """The words left for the guardian."""
    return list(office.store.tables.notices.values())


async def test_nobody_is_asked_again_when_the_answers_are_fresh() -> None:
    """A second look within the time the plan sets costs no department anything."""
    office = Office()
    case = await office.verified()
    office.clock.advance(timedelta(hours=71))
    assert (await office.verify(case)).events == case.events
    assert len(office.departments.asked) == 3


async def test_departments_are_asked_again_when_the_answers_are_old() -> None:
    """After that time the registers may say something else."""
    office = Office()
    case = await office.verified()
    office.clock.advance(timedelta(hours=72))
    await office.verify(case)
    assert len(office.departments.asked) == 6


async def test_old_answers_stand_when_the_departments_are_down_by_then() -> None:
    """A dated answer is better than none; asking goes on."""
    office = Office()
    case = await office.verified()
    office.clock.advance(timedelta(hours=72))
    office.departments.down = set(ALL_ITEMS)
    await office.gather(case.id)
    settled = office.settle(case.id)
    assert settled.application.facts == case.facts
    assert settled.again


async def test_what_was_pulled_is_deleted_when_consent_is_withdrawn() -> None:
    """Answers, facts and decision; what stays is what the other grants gave."""
    office = Office()
    case = await office.verified()
    office.consent(case, (HOUSEHOLD_MEMBERS, BIRTH_CERTIFICATE))
    assert {reply.data_item for reply in office.store.tables.replies.values()} == {
        HOUSEHOLD_MEMBERS,
        BIRTH_CERTIFICATE,
    }
    settled = office.settle(case.id).application
    assert settled.facts["home_share"].answer is Answer.DECLARED


async def test_answer_is_dropped_when_consent_is_withdrawn_while_it_is_on_its_way() -> None:
    """It reaches nobody and is not kept."""
    office = Office()
    case = office.open(office.sign_in())
    office.consent(case)
    ask = office.departments.verify

    async def withdrawing(query: object, grant: object) -> object:
        records = await ask(query, grant)  # type: ignore[arg-type]  # handed through as they came
        with office.store.begin() as work:
            for each in work.grants.of_child(case.child_id):
                work.grants.save(each.revoked(office.clock.now()))
            work.commit()
        return records

    office.departments.verify = withdrawing  # type: ignore[method-assign,assignment]  # withdraws under way
    await office.gather(case.id)
    assert office.store.tables.replies == {}


async def test_guardian_is_told_once_when_a_paper_is_needed_no_more() -> None:
    """The case goes on to review; the paper is named, and that nothing is left to do."""
    office = Office()
    filed = await filed_without(office, REAL_ESTATE)
    assert filed.state is State.NEEDS_DOCUMENTS
    await office.gather(filed.id)
    for _ in range(2):
        settled = office.settle(filed.id, tell=True)
    assert settled.application.state is State.UNDER_REVIEW
    assert not settled.again
    assert EventType.REVIEW_REQUESTED in [event.type for event in settled.application.events]
    verify(settled.application.events)
    (words,) = notices(office)
    assert "《不动产权证书》" in words
    assert "不用交了" in words
    assert "您不用再做什么" in words
    assert str(filed.receipt_number) in words


async def test_guardian_hears_nothing_when_another_answer_changes_nothing_to_do() -> None:
    """One of two silent departments is back: the other is asked on, the guardian is not bothered."""
    office = Office()
    filed = await filed_without(office, REAL_ESTATE, BIRTH_CERTIFICATE)
    office.departments.down = {REAL_ESTATE}
    await office.gather(filed.id)
    settled = office.settle(filed.id, tell=True)
    assert settled.again
    assert notices(office) == []


async def test_nothing_is_left_for_the_guardian_when_told_not_to() -> None:
    """Whoever waits in the conversation reads the decision itself."""
    office = Office()
    filed = await filed_without(office, REAL_ESTATE)
    await office.gather(filed.id)
    assert office.settle(filed.id).application.state is State.UNDER_REVIEW
    assert notices(office) == []


async def test_guardian_is_told_when_the_late_answer_makes_a_paper_necessary() -> None:
    """A register without the home said to be there: the paper is asked for by name."""
    office = Office(departments=departments_with())
    filed = await filed_without(office, REAL_ESTATE)
    await office.gather(filed.id)
    settled = office.settle(filed.id, tell=True).application
    assert settled.state is State.NEEDS_DOCUMENTS
    assert settled.outcome is not None
    assert settled.outcome.documents
    (words,) = notices(office)
    assert "没有查到" in words
    assert "请您准备《不动产权证书》" in words


async def test_silence_is_recorded_once_when_a_department_stays_down() -> None:
    """Asked every few hours, told once; its return is told too."""
    office = Office()
    filed = await filed_without(office, REAL_ESTATE)
    office.departments.down = {REAL_ESTATE}
    for _ in range(3):
        await office.gather(filed.id)
        assert office.settle(filed.id, tell=True).again
    office.departments.down = set()
    await office.gather(filed.id)
    events = [event.type for event in office.settle(filed.id, tell=True).application.events]
    assert events.count(EventType.DEPARTMENT_UNAVAILABLE) == 1


@pytest.mark.parametrize("state", [State.UNDER_REVIEW, State.APPROVED, State.WITHDRAWN])
async def test_case_is_left_alone_when_it_is_a_persons_or_nobodys(state: State) -> None:
    """No department is asked and nothing changes."""
    office = Office()
    case = await office.verified()
    office.store.tables.cases[case.id] = taken = replace(case, state=state)
    office.store.tables.replies.clear()
    await office.gather(case.id)
    assert len(office.departments.asked) == 3
    assert office.settle(case.id, tell=True).application == taken


async def test_filing_time_stays_when_answers_come_days_later() -> None:
    """The deadline was met when the guardian filed."""
    office = Office(departments=departments_with(home()))
    filed = await filed_without(office, *ALL_ITEMS)
    office.clock.advance(timedelta(days=30))
    await office.gather(filed.id)
    settled = office.settle(filed.id, tell=True).application
    assert settled.submitted_at == DEMONSTRATION_NOW
    assert settled.state is State.UNDER_REVIEW
