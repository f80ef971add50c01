"""Erasing a guardian leaves no row about them but those the law wants, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy
from sqlalchemy import Engine, func, select

from bot.messages import ChannelName, Choice
from bot.ports import StorageUnavailable
from enrolment.model.application import State
from enrolment.model.retention import RULES, Kind
from enrolment.model.sign_in import SignIn
from enrolment.ports import BeginWork
from enrolment.services.guardians.erase_data import erase_data
from enrolment.services.guardians.forget_chat import forget_chat
from enrolment.services.purge_expired import purge_expired
from storage.chat import ChatStorage
from storage.dialogues import EngineDialogues
from storage.papers.images import in_folder
from storage.repositories.chats import OF_A_CHAT
from storage.retention import SqlRetention
from storage.statements import table
from storage.tables import (
    ApplicationRow,
    Base,
    BindingRow,
    ChildRow,
    ConversationRow,
    GuardianRow,
    SignInRow,
    TurnRow,
    VaultRow,
)
from storage.tables.cases import EMPTIED
from tests.fakes.clock import FrozenClock
from tests.fakes.dialogues import FakeDialogues
from tests.storage.samples import MOTHER, NOW, message, replies, stored_case

DIALOGUES = sqlalchemy.Table(
    "engine_conversations",
    sqlalchemy.MetaData(),
    sqlalchemy.Column("sender", sqlalchemy.String(255), primary_key=True),
    sqlalchemy.Column("events", sqlalchemy.Text, nullable=False),
    sqlalchemy.Column("saved_at", sqlalchemy.Float, nullable=False),
)
"""The engine's own table, as bot/engine/ruxue_engine/store makes it."""

CLOCK = FrozenClock(NOW)


@pytest.fixture
def engine_url(empty_url: str) -> str:
    """A database for the engine, as the settings name it: without a driver."""
    return empty_url.replace("postgresql+psycopg://", "postgresql://")


@pytest.fixture
def dialogues(engine_url: str) -> Iterator[EngineDialogues]:
    """The engine's conversations, read by a house whose clock is a year ahead."""
    opened = EngineDialogues(engine_url, ahead=timedelta(days=365))
    yield opened
    opened.close()


@pytest.fixture
def speak(empty_url: str) -> Callable[..., list[str]]:
    """Saves conversations as the engine does, last spoken in at a moment; gives the ones that are there."""
    database = sqlalchemy.create_engine(empty_url)
    DIALOGUES.metadata.create_all(database)

    def save(*names: str, at: datetime | None = None) -> list[str]:
        with database.begin() as connection:
            for name in names:
                saved = (at or datetime.now(UTC)).timestamp()
                connection.execute(DIALOGUES.insert().values(sender=name, events="[]", saved_at=saved))
            return sorted(connection.scalars(select(DIALOGUES.c.sender)))

    return save


def count(engine: Engine, *rows: type[Base]) -> list[int]:
    """How many rows each table has."""
    with engine.begin() as connection:
        return [connection.execute(select(func.count()).select_from(table(row))).scalar_one() for row in rows]


async def chatted(chat: ChatStorage, begin: BeginWork, address: str, guardian_id: str) -> str:
    """A conversation in which everything was said that can be said; its id."""
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, address)
    turn = await chat.inbox.record(message(f"m-{address}", address=address), conversation)
    await chat.inbox.answer(turn, replies())
    await chat.vault.keep(conversation, "phone", "13800138000")
    await chat.conversations.offer(conversation, [Choice("*涵", "/inform")])
    with begin() as work:
        work.sign_ins.add(SignIn(f"s-{address}", conversation, NOW, NOW + timedelta(minutes=10)))
        work.sign_ins.bind(conversation, guardian_id, NOW)
        work.notices.add(guardian_id, f"n-{address}", "您好", NOW)
        work.commit()
    return conversation


async def test_nothing_is_left_when_a_guardian_without_a_filing_is_erased(
    engine: Engine, begin: BeginWork, chat: ChatStorage
) -> None:
    """Messages, replies, notices, numbers typed, choices, sign-ins and names go in one transaction."""
    case = stored_case(begin)
    conversation = await chatted(chat, begin, "one", case.guardian_id)
    await chatted(chat, begin, "two", case.guardian_id)
    erase_data(conversation, begin=begin, clock=CLOCK, dialogues=FakeDialogues())
    assert count(engine, TurnRow, VaultRow, SignInRow, BindingRow) == [0, 0, 0, 0]
    with engine.begin() as connection:
        assert set(connection.scalars(select(ConversationRow.offered))) == {None}
        case_row = connection.execute(select(table(ApplicationRow))).mappings().one()
        assert (case_row["declared"], case_row["facts"], case_row["outcome"]) == (EMPTIED, EMPTIED, None)
        for people in (GuardianRow, ChildRow):
            person = connection.execute(select(table(people))).mappings().one()
            assert (person["name"], person["id_number"]) == (EMPTIED, EMPTIED)
            assert person["id_number_hash"] == person["id"].encode()
    with begin() as work:
        assert work.cases.get(case.id).state is State.WITHDRAWN
        assert work.guardians.upsert(MOTHER).id != case.guardian_id


async def test_chat_goes_and_the_filing_stays_when_something_was_filed(
    engine: Engine, begin: BeginWork, chat: ChatStorage
) -> None:
    """The authority works on it; what was chatted serves nobody any more."""
    case = stored_case(begin)
    conversation = await chatted(chat, begin, "one", case.guardian_id)
    filed = replace(case, state=State.UNDER_REVIEW, submitted_at=NOW, receipt_number="R1")
    with begin() as work:
        work.cases.save(filed)
        work.commit()
    erased = erase_data(conversation, begin=begin, clock=CLOCK, dialogues=FakeDialogues())
    assert erased.kept_receipts == ("R1",)
    assert count(engine, TurnRow, VaultRow, SignInRow, BindingRow) == [0, 0, 0, 0]
    with begin() as work:
        assert work.cases.get(case.id) == filed
        assert work.guardians.get(case.guardian_id).person == MOTHER


async def test_only_one_chat_goes_when_its_guardian_leaves_it(
    engine: Engine, begin: BeginWork, chat: ChatStorage
) -> None:
    """Unfollowing on WeChat does not sign the web chat out."""
    case = stored_case(begin)
    left = await chatted(chat, begin, "one", case.guardian_id)
    stays = await chatted(chat, begin, "two", case.guardian_id)
    forget_chat(left, begin=begin, dialogues=FakeDialogues())
    with begin() as work:
        assert work.sign_ins.guardian_of(left) is None
        assert work.sign_ins.guardian_of(stays) == case.guardian_id
        assert work.cases.get(case.id) == case
    with engine.begin() as connection:
        assert set(connection.scalars(select(TurnRow.conversation_id))) == {stays}


async def test_answer_is_given_and_not_kept_when_the_chat_was_erased_meanwhile(
    engine: Engine, begin: BeginWork, chat: ChatStorage
) -> None:
    """A turn that was under way comes to its end without its row."""
    conversation = await chat.conversations.find_or_open(ChannelName.WECHAT, "one")
    turn = await chat.inbox.record(message(), conversation)
    forget_chat(conversation, begin=begin, dialogues=FakeDialogues())
    answered = await chat.inbox.answer(turn, replies())
    assert answered.replies == replies()
    assert count(engine, TurnRow) == [0]


def test_dialogue_is_forgotten_at_once_when_asked(
    dialogues: EngineDialogues, speak: Callable[..., list[str]]
) -> None:
    """The engine is not needed for it."""
    speak("a", "b", "c")
    dialogues.forget(["a", "c", "unknown"])
    assert speak() == ["b"]


def test_nothing_is_to_forget_when_the_engine_never_ran(dialogues: EngineDialogues) -> None:
    """Its table comes with its first message."""
    dialogues.forget(["a"])
    assert dialogues.purge(Kind.DIALOGUES, NOW) == 0


def test_dialogue_is_kept_thirty_days_by_the_machines_clock_and_no_longer(
    engine: Engine,
    dialogues: EngineDialogues,
    speak: Callable[..., list[str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A demonstration that takes place next year must not purge what was said a minute ago."""
    now = datetime.now(UTC)
    speak("today", at=now)
    speak("young", at=now - timedelta(days=29.9))
    speak("old", at=now - timedelta(days=30.1))
    retention = SqlRetention(engine, in_folder(tmp_path_factory.mktemp("papers")))
    house = FrozenClock(now + timedelta(days=365))
    elsewhere = {Kind.DIALOGUES: dialogues}

    def gone(*, dry_run: bool) -> int:
        done = purge_expired(retention=retention, elsewhere=elsewhere, clock=house, dry_run=dry_run)
        return {each.rule.kind: each.count for each in done}[Kind.DIALOGUES]

    assert gone(dry_run=True) == 1
    assert speak() == ["old", "today", "young"]
    assert gone(dry_run=False) == 1
    assert speak() == ["today", "young"]
    assert {rule.kind for rule in RULES} == set(Kind)


def test_erasure_waits_when_the_engine_database_is_away(begin: BeginWork) -> None:
    """It is told as not done, and nothing is half done."""
    case = stored_case(begin)
    with begin() as work:
        work.sign_ins.bind("conversation", case.guardian_id, NOW)
        work.commit()
    away = EngineDialogues("postgresql://nobody@127.0.0.1:1/none", patience=0.2)
    with pytest.raises(StorageUnavailable):
        erase_data("conversation", begin=begin, clock=CLOCK, dialogues=away)
    with begin() as work:
        assert work.cases.get(case.id) == case


STAYS = frozenset({"conversations", "bindings"})
"""The keyed hash of where to answer, and who signed in there: they go by rules of their own."""


def test_every_table_of_a_conversation_is_forgotten_with_it() -> None:
    """A new table that names a conversation is on the list, or says why it stays."""
    named = {name for name, rows in Base.metadata.tables.items() if "conversation_id" in rows.c}
    assert {row.__tablename__ for row in OF_A_CHAT} == named - STAYS
