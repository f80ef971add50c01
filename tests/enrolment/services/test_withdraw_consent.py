"""Consent is withdrawn in one step: pulls stop, what was pulled goes, paper takes its place."""

from __future__ import annotations

import pytest

from enrolment.model.application import Application, State
from enrolment.model.errors import ChildUnknown, NotSignedIn
from enrolment.model.facts import Answer
from enrolment.model.story.timeline import EventType, verify
from enrolment.services.consents.show_consents import ConsentState, show_consents
from enrolment.services.consents.withdraw_consent import ConsentWithdrawn, WithdrawConsent, withdraw_consent
from tests.fakes.office import ALL_ITEMS, Office


def withdraw(office: Office, application: Application, *items: str) -> ConsentWithdrawn:
    """Withdraw some data items, or every one."""
    return withdraw_for(office, application.child_id, *items)


def withdraw_for(office: Office, child_id: str, *items: str) -> ConsentWithdrawn:
    """Withdraw for a child, whoever's it is."""
    return withdraw_consent(
        WithdrawConsent(office.conversation, child_id, items),
        begin=office.store.begin,
        plans=office.plans,
        clock=office.clock,
        connected=office.departments.data_items,
    )


def states(office: Office) -> dict[str, ConsentState]:
    """How it stands with each data item of the only child."""
    (child,) = show_consents(
        office.conversation,
        begin=office.store.begin,
        plans=office.plans,
        clock=office.clock,
        connected=office.departments.data_items,
    )
    return {line.data_item: line.state for line in child.lines}


async def test_what_was_pulled_is_deleted_when_its_consent_is_withdrawn() -> None:
    """The answers kept, the facts and everything they alone settled; other items' facts stay."""
    office = Office()
    application = await office.verified()
    assert application.facts["home_share"].answer is Answer.CONFIRMED

    withdraw(office, application, "real_estate")

    case = office.store.tables.cases[application.id]
    backed = {fact.evidence.data_item for fact in case.facts.values() if fact.evidence}
    assert backed == {"household_members", "birth_certificate"}
    assert not any(fact.answer is Answer.CONFIRMED for name, fact in case.facts.items() if "home_" in name)
    assert {reply.data_item for reply in office.store.tables.replies.values()} == backed


async def test_paper_takes_the_place_when_its_consent_is_withdrawn() -> None:
    """The case is planned anew at once, and the guardian is told which paper."""
    office = Office()
    application = await office.verified()
    assert application.outcome is not None
    assert application.outcome.documents == ()

    told = withdraw(office, application, "real_estate")

    assert told.items == ("不动产登记信息",)
    assert any("不动产权证书" in title for title in told.documents)
    case = office.store.tables.cases[application.id]
    assert case.outcome is not None
    assert case.outcome.decision.provisional


async def test_timeline_says_it_and_still_holds_when_consent_is_withdrawn() -> None:
    """One event for each item."""
    office = Office()
    application = await office.verified()

    withdraw(office, application)

    case = office.store.tables.cases[application.id]
    revoked = [event for event in case.events if event.type is EventType.CONSENT_REVOKED]
    assert [event.details["data_item"] for event in revoked] == list(ALL_ITEMS)
    verify(case.events)


async def test_department_is_not_asked_when_its_consent_was_withdrawn() -> None:
    """Also by a verification that runs later."""
    office = Office()
    application = await office.verified()
    withdraw(office, application, "real_estate")
    office.departments.asked.clear()

    after = await office.verify(application)

    assert "real_estate" not in {query.data_item for query in office.departments.asked}
    assert after.facts["home_in_county"].answer is Answer.DECLARED


async def test_filed_case_waits_for_papers_when_consent_is_withdrawn_during_review() -> None:
    """It stays filed; what paper is missing now is asked for."""
    office = Office()
    application = office.submit(await office.verified())
    assert application.state is State.UNDER_REVIEW

    told = withdraw(office, application, "real_estate")

    case = office.store.tables.cases[application.id]
    assert case.state is State.NEEDS_DOCUMENTS
    assert case.receipt_number == application.receipt_number
    assert told.documents


async def test_decision_of_people_stands_when_consent_is_withdrawn_afterwards() -> None:
    """What was pulled goes all the same."""
    office = Office()
    application = office.submit(await office.verified())
    approved = application.moved_to(State.APPROVED)
    office.store.tables.cases[application.id] = approved

    told = withdraw(office, application)

    case = office.store.tables.cases[application.id]
    assert told.stands
    assert case.state is State.APPROVED
    assert case.outcome is not None
    assert approved.outcome is not None
    decision, before = case.outcome.decision, approved.outcome.decision
    assert (decision.category, decision.title) == (before.category, before.title)
    assert [reason.answer for reason in decision.reasons] == [reason.answer for reason in before.reasons]
    assert any(reason.found for reason in before.reasons)
    assert not any(reason.found or reason.lines for reason in decision.reasons)
    assert not any(fact.evidence for fact in case.facts.values())


async def test_reasons_of_other_items_are_kept_when_one_is_withdrawn_after_a_decision() -> None:
    """A decision by people still says why, without the figures that came from what was withdrawn."""
    office = Office()
    application = office.submit(await office.verified())
    approved = application.moved_to(State.APPROVED)
    office.store.tables.cases[application.id] = approved
    withdraw(office, application, "real_estate")
    case = office.store.tables.cases[application.id]
    assert case.outcome is not None
    assert approved.outcome is not None
    found = {reason.fact: reason.found for reason in case.outcome.decision.reasons}
    was = {reason.fact: reason.found for reason in approved.outcome.decision.reasons}
    backed = {name for name, fact in approved.facts.items() if fact.evidence}
    gone = backed - case.facts.keys()
    assert {name for name in was if found[name] != was[name]} == {name for name in was if name in gone}
    assert any(found.values())
    assert approved.outcome.school.by in gone
    assert approved.outcome.school.reason
    assert case.outcome.school.reason == ""
    assert case.outcome.school.school == approved.outcome.school.school


def test_nothing_happens_when_nothing_was_agreed_to() -> None:
    """No event, no item named."""
    office = Office()
    application = office.open(office.sign_in())

    assert withdraw(office, application) == ConsentWithdrawn((), ())
    assert office.store.tables.cases[application.id] == application


def test_consent_cannot_be_withdrawn_by_whoever_is_not_the_childs_guardian() -> None:
    """Neither without a sign-in, nor for somebody else's child."""
    office = Office()
    with pytest.raises(NotSignedIn):
        withdraw_for(office, "child-9")
    office.sign_in()
    with pytest.raises(ChildUnknown):
        withdraw_for(office, "child-9")


async def test_every_answer_is_shown_when_some_were_withdrawn_and_some_refused() -> None:
    """Each with its state; what was never asked is shown as such."""
    office = Office()
    application = office.open(office.sign_in())
    assert set(states(office).values()) == {ConsentState.NOT_ASKED}
    office.consent(application, ("household_members", "real_estate"))
    withdraw(office, application, "real_estate")

    assert states(office) == {
        "household_members": ConsentState.GRANTED,
        "real_estate": ConsentState.REVOKED,
        "birth_certificate": ConsentState.REFUSED,
    }
