"""Applications and their timelines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, delete, update
from sqlalchemy.exc import IntegrityError

from enrolment.model.application import State
from enrolment.model.errors import CaseNotFound, DuplicateApplication
from enrolment.model.plan import Stage
from enrolment.model.story import timeline
from enrolment.model.story.timeline import EventType
from enrolment.ports import BeginWork
from storage.errors import CaseChanged, SealBroken
from storage.tables import ApplicationRow, EventRow
from tests.storage.samples import FATHER, NOW, case, family, stored_case


def test_case_comes_back_whole_when_read_in_another_work(begin: BeginWork) -> None:
    """Statements, facts, outcome and the chain of events survive; the chain still verifies."""
    stored = stored_case(begin)
    with begin() as work:
        found = work.cases.get(stored.id)
        assert work.cases.of_child(stored.child_id, 2027) == found
        assert work.cases.of_child(stored.child_id, 2028) is None
    assert found == stored
    timeline.verify(found.events)


def test_case_is_not_found_when_unknown(begin: BeginWork) -> None:
    """Reading and saving refuse by name."""
    with begin() as work:
        with pytest.raises(CaseNotFound):
            work.cases.get("nothing")
        with pytest.raises(CaseNotFound):
            work.cases.save(case("nothing", "g", "c"))


def test_case_keeps_its_change_and_new_events_when_saved(begin: BeginWork) -> None:
    """Saving adds the events that are new and leaves the others alone, more than once."""
    stored = stored_case(begin)
    filed = replace(
        stored.moved_to(State.SUBMITTED).recording(EventType.APPLICATION_SUBMITTED, NOW),
        county="370103",
        stage=Stage.JUNIOR,
        declared={"birth_date": date(2020, 9, 3)},
        receipt_number="370102-2027-000001",
        submitted_at=NOW,
        facts={},
        outcome=None,
    )
    with begin() as work:
        work.cases.save(filed)
        work.cases.save(filed)
        assert work.cases.get(stored.id) == filed
        work.commit()
    with begin() as work:
        assert work.cases.get(stored.id) == filed


def test_save_is_refused_when_somebody_else_added_an_event(begin: BeginWork) -> None:
    """A change based on an old reading is named, not written over the newer one."""
    stored = stored_case(begin)
    ours = stored.recording(EventType.STATEMENT_CORRECTED, NOW, fact="birth_date")
    theirs = stored.recording(EventType.CONSENT_GRANTED, NOW, data_item="real_estate")
    with begin() as work:
        work.cases.save(theirs)
        work.commit()
    for late in (ours, stored):
        with begin() as work, pytest.raises(CaseChanged):
            work.cases.save(late)
    with begin() as work:
        assert work.cases.get(stored.id) == theirs


def test_add_is_refused_with_the_first_receipt_when_the_child_has_one(begin: BeginWork) -> None:
    """The other parent can't file a second application; the refusal shows the first one's receipt."""
    stored = stored_case(begin)
    with begin() as work:
        work.cases.save(replace(stored, receipt_number="370102-2027-000001"))
        work.commit()
    with begin() as work:
        father = work.guardians.upsert(FATHER)
        with pytest.raises(DuplicateApplication) as refusal:
            work.cases.add(case("case-2", father.id, stored.child_id))
        assert refusal.value.receipt_number == "370102-2027-000001"
        work.cases.add(replace(case("case-3", father.id, stored.child_id), year=2028))


def test_add_is_allowed_when_the_first_was_withdrawn(begin: BeginWork) -> None:
    """A family may start again; the list shows both, newest first."""
    stored = stored_case(begin)
    withdrawn = stored.moved_to(State.WITHDRAWN).recording(EventType.APPLICATION_WITHDRAWN, NOW)
    again = case("a-case", stored.guardian_id, stored.child_id)
    with begin() as work:
        work.cases.save(withdrawn)
        work.cases.add(again)
        work.commit()
    with begin() as work:
        assert work.cases.of_child(stored.child_id, 2027) == again
        assert list(work.cases.of_guardian(stored.guardian_id)) == [again, withdrawn]
        assert list(work.cases.of_guardian("somebody else")) == []


def test_receipts_start_at_one_for_each_county_and_year(begin: BeginWork) -> None:
    """Serial numbers of one county's year say nothing about another's."""
    with begin() as work:
        places = [("370102", 2027), ("370102", 2027), ("370103", 2027), ("370102", 2028), ("370102", 2027)]
        assert [work.cases.next_receipt_serial(*place) for place in places] == [1, 2, 1, 1, 3]


@pytest.mark.parametrize("change", [update(EventRow).values(type="Other"), delete(EventRow)])
def test_events_are_refused_by_the_database_when_changed_or_deleted(
    engine: Engine, begin: BeginWork, change: object
) -> None:
    """Append-only holds for whoever has a database shell, too."""
    stored_case(begin)
    with pytest.raises(IntegrityError, match="append-only"), engine.begin() as connection:
        connection.execute(change)  # type: ignore[call-overload]  # parametrised over two kinds of statement


def test_case_is_refused_when_its_facts_were_exchanged(engine: Engine, begin: BeginWork) -> None:
    """Sealed facts belong to their column and case."""
    stored = stored_case(begin)
    with engine.begin() as connection:
        connection.execute(update(ApplicationRow).values(facts=ApplicationRow.declared))
    with begin() as work, pytest.raises(SealBroken):
        work.cases.get(stored.id)


def test_case_needs_a_known_child_when_added(begin: BeginWork) -> None:
    """Foreign keys hold on both databases."""
    guardian_id, _ = family(begin)
    with begin() as work, pytest.raises(IntegrityError):
        work.cases.add(case("case-1", guardian_id, "no such child"))


def test_filings_that_wait_are_found_when_they_were_filed_long_enough_ago(begin: BeginWork) -> None:
    """Oldest first; drafts, decided ones and those of other counties are not among them."""
    guardian_id, child_id = family(begin)
    waiting = replace(
        case("waits", guardian_id, child_id),
        state=State.NEEDS_DOCUMENTS,
        submitted_at=NOW,
        receipt_number="r1",
    )
    with begin() as work:
        work.cases.add(waiting)
        work.commit()
    with begin() as work:
        later = NOW + timedelta(hours=1)
        assert [each.id for each in work.cases.waiting("", later)] == ["waits"]
        assert [each.id for each in work.cases.waiting("370102", later)] == ["waits"]
        assert work.cases.waiting("370602", later) == []
        assert work.cases.waiting("", NOW) == []
