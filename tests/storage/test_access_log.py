"""The log of reads: complete, short, and nobody's to change."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from bot.messages import ChannelName
from bot.ports import StorageUnavailable
from enrolment.model.access import Access, Reader, Who, Why
from enrolment.model.access_words import FIELDS, WHO, WHY
from enrolment.model.errors import CaseNotFound
from enrolment.ports import BeginWork
from storage.chat import ChatStorage
from storage.statements import table
from storage.tables import AccessRow
from storage.tables.holdings import SEALED
from storage.vault import Vault, open_vault
from storage.work import begin_work
from tests.storage.samples import FATHER, NOW, READER, family, message, replies, stored_case

ROWS = table(AccessRow)
STAFF = Reader(Who.STAFF, Why.REVIEW, "staff-7")


def logged(begin: BeginWork, guardian_id: str) -> list[Access]:
    """What a guardian sees, oldest first."""
    with begin() as work:
        return list(reversed(work.accesses.of_guardian(guardian_id)))


def test_every_sealed_field_has_words_when_it_is_shown() -> None:
    """A new sealed column needs a name a guardian understands, and so does every reader and reason."""
    assert set(FIELDS) == {f"{name}.{column}" for name, held in SEALED.items() for column in held.columns}
    assert (set(WHO), set(WHY)) == (set(Who), set(Why))


def test_read_is_logged_with_who_why_and_field_when_nothing_is_committed(begin: BeginWork) -> None:
    """Reading alone leaves its line; writing does not read."""
    guardian_id, _ = family(begin)
    with begin() as work:
        work.guardians.get(guardian_id)
    assert logged(begin, guardian_id) == [
        Access(NOW, READER, field)
        for field in ("children.name", "children.id_number", "guardians.name", "guardians.id_number")
    ]


def test_assistant_is_logged_once_a_day_when_it_reads_again(engine: Engine, vault: Vault) -> None:
    """The log stays readable, in this process and in another, and begins anew the next day."""
    begin = begin_work(vault, READER)
    guardian_id = family(begin)[0]
    for days in (0, 0, 1):
        later = NOW + timedelta(days=days)
        other = open_vault(engine, vault.keys, lambda now=later: now)  # type: ignore[misc]  # a fixed moment
        for _ in range(3):
            with begin_work(other, READER)() as work:
                work.guardians.get(guardian_id)
    names = [access for access in logged(begin, guardian_id) if access.field == "guardians.name"]
    assert [access.at for access in names] == [NOW, NOW + timedelta(days=1)]


def test_staff_are_logged_each_time_when_they_read_again(vault: Vault) -> None:
    """A person who looks twice is there twice, under their id."""
    begin = begin_work(vault, READER)
    guardian_id = family(begin)[0]
    for _ in range(2):
        with begin_work(vault, STAFF)() as work:
            work.guardians.get(guardian_id)
    seen = [each for each in logged(begin, guardian_id) if each.reader == STAFF]
    assert [each.field for each in seen] == ["guardians.name", "guardians.id_number"] * 2


@pytest.mark.parametrize("who", [Who.ASSISTANT, Who.GUARDIAN])
def test_reader_is_refused_when_staff_have_no_id_or_others_have_one(who: Who) -> None:
    """Staff never read without a name to ask for."""
    with pytest.raises(ValueError, match="staff"):
        Reader(Who.STAFF, Why.REVIEW)
    with pytest.raises(ValueError, match="staff"):
        Reader(who, Why.REVIEW, "staff-7")


def test_read_is_logged_when_the_service_refuses_after_it(begin: BeginWork) -> None:
    """A refusal after reading takes nothing out of the log."""
    guardian_id = family(begin)[0]

    def refused() -> None:
        with begin() as work:
            work.guardians.get(guardian_id)
            work.cases.get("unknown")

    with pytest.raises(CaseNotFound):
        refused()
    assert "guardians.name" in [access.field for access in logged(begin, guardian_id)]


def test_read_fails_when_it_cannot_be_logged(engine: Engine, begin: BeginWork) -> None:
    """Nobody gets what nobody would know of."""
    guardian_id = family(begin)[0]
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE accesses RENAME TO lost"))
    with pytest.raises(StorageUnavailable), begin() as work:
        work.guardians.get(guardian_id)


def test_case_is_logged_of_its_guardian_when_it_is_read(begin: BeginWork) -> None:
    """What was declared, verified and decided counts as the guardian's."""
    stored = stored_case(begin)
    with begin() as work:
        work.cases.get(stored.id)
    fields = {access.field for access in logged(begin, stored.guardian_id)}
    assert fields >= {"applications.declared", "applications.facts", "applications.outcome"}


async def test_chat_is_logged_of_its_conversation_when_turns_are_read(
    begin: BeginWork, chat: ChatStorage
) -> None:
    """What somebody wrote is theirs too, once the conversation is bound to them."""
    guardian_id = family(begin)[0]
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, "openid")
    await chat.inbox.answer(await chat.inbox.record(message(), conversation), replies())
    with begin() as work:
        work.sign_ins.bind(conversation, guardian_id, NOW)
        work.commit()
    assert len(await chat.inbox.unfinished(conversation)) == 1
    found = {(access.field, access.reader.why) for access in logged(begin, guardian_id)}
    assert found >= {("turns.inbound", Why.TALK), ("turns.replies", Why.TALK)}


def test_guardian_does_not_see_what_was_read_of_others(begin: BeginWork) -> None:
    """Each guardian's list is about them and their household."""
    mother, _ = family(begin)
    with begin() as work:
        father = work.guardians.upsert(FATHER).id
        work.commit()
    with begin() as work:
        work.guardians.get(mother)
    assert logged(begin, father) == []


@pytest.mark.parametrize("change", [update(ROWS).values(who="nobody"), delete(ROWS)])
def test_log_is_refused_to_change_or_vanish_before_six_months(
    engine: Engine, begin: BeginWork, change: object
) -> None:
    """The database itself keeps the log, whoever asks; after six months retention may delete it."""
    guardian_id = family(begin)[0]
    with begin() as work:
        work.guardians.get(guardian_id)
    with pytest.raises(IntegrityError, match="append-only"), engine.begin() as connection:
        connection.execute(change)  # type: ignore[call-overload]  # either statement will do
    assert logged(begin, guardian_id) != []


def test_log_lets_go_when_a_line_is_older_than_six_months(engine: Engine) -> None:
    """What the law no longer asks for can be deleted."""
    at = datetime(2020, 1, 1, tzinfo=NOW.tzinfo)
    line = {"at": at, "subject_id": "g", "field": "f", "who": "staff", "why": "review", "bucket": "b"}
    with engine.begin() as connection:
        connection.execute(insert(ROWS).values(**line))
        connection.execute(delete(ROWS).where(ROWS.c.bucket == "b"))
        assert connection.scalars(select(ROWS.c.number)).all() == []
