"""Forgetting a chat: what was said goes at once, and whom it was with."""

from __future__ import annotations

import pytest

from bot.ports import StorageUnavailable
from enrolment.services.guardians.erase_data import erase_data
from enrolment.services.guardians.forget_chat import forget_chat
from tests.fakes.dialogues import FakeDialogues
from tests.fakes.family import CHILD, FATHER, MOTHER
from tests.fakes.office import Office


def test_chat_is_forgotten_here_and_in_the_engine_when_a_guardian_leaves() -> None:
    """Binding, words and dialogue state go; another chat of the same guardian stays."""
    office, dialogues = Office(), FakeDialogues("conversation-1", "conversation-2")
    office.sign_in()
    office.sign_in(conversation="conversation-2")
    office.store.tables.said |= {"conversation-1": ("你好",), "conversation-2": ("您好",)}
    forget_chat("conversation-1", begin=office.store.begin, dialogues=dialogues)
    assert office.store.tables.said == {"conversation-2": ("您好",)}
    assert office.store.tables.bound.keys() == {"conversation-2"}
    assert dialogues.held == {"conversation-2"}


def test_nothing_is_forgotten_here_when_the_engine_store_is_away() -> None:
    """Half an erasure would be told as a whole one: the guardian tries again instead."""
    office, dialogues = Office(), FakeDialogues("conversation-1", down=True)
    office.sign_in()
    office.store.tables.said["conversation-1"] = ("你好",)
    with pytest.raises(StorageUnavailable):
        forget_chat("conversation-1", begin=office.store.begin, dialogues=dialogues)
    assert office.store.tables.said
    assert office.store.tables.bound


async def test_everything_is_erased_when_nothing_was_filed() -> None:
    """Every chat of the guardian, the draft, the records, the people: nothing waits for a nightly job."""
    office, dialogues = Office(), FakeDialogues("conversation-1", "conversation-2")
    await office.verified()
    office.sign_in(conversation="conversation-2")
    tables = office.store.tables
    tables.said |= {"conversation-1": ("你好",), "conversation-2": ("您好",), "conversation-3": ("别人",)}
    erased = erase_data(
        office.conversation, begin=office.store.begin, clock=office.clock, dialogues=dialogues
    )
    tables = office.store.tables
    assert (erased.drafts, erased.kept_receipts) == (1, ())
    assert tables.said == {"conversation-3": ("别人",)}
    assert (tables.bound, tables.replies, dialogues.held) == ({}, {}, set())
    assert (tables.guardians, tables.children) == ({}, {})
    assert [case.declared for case in tables.cases.values()] == [{}]


async def test_answers_of_an_expired_consent_are_erased_too() -> None:
    """A consent that ran out no longer opens anything, but what was pulled under it lay there still."""
    office = Office()
    application = await office.verified()
    expired = list(office.store.tables.grants.values())
    office.clock.set_to(max(grant.expires_at for grant in expired))
    assert office.store.tables.replies
    erase_data(office.conversation, begin=office.store.begin, clock=office.clock, dialogues=FakeDialogues())
    assert office.store.tables.replies == {}
    assert application.child_id


async def test_people_stay_when_an_application_is_filed() -> None:
    """The authority needs to know whom it enrols."""
    office = Office()
    office.submit(await office.verified())
    erased = erase_data(
        office.conversation, begin=office.store.begin, clock=office.clock, dialogues=FakeDialogues()
    )
    assert len(erased.kept_receipts) == 1
    assert [each.person for each in office.store.tables.guardians.values()] == [MOTHER]
    assert office.store.tables.bound == {}


def test_child_stays_when_the_other_parent_has_it_too() -> None:
    """One parent's wish erases that parent, not the other's child."""
    office = Office()
    office.sign_in()
    office.sign_in(FATHER, conversation="conversation-2")
    erase_data(office.conversation, begin=office.store.begin, clock=office.clock, dialogues=FakeDialogues())
    assert [each.person for each in office.store.tables.guardians.values()] == [FATHER]
    assert [child.person for kids in office.store.tables.children.values() for child in kids] == [CHILD]
